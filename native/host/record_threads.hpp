#pragma once

#include "host/worker.hpp"
#include "mcp/tool.hpp"
#include "store/record.hpp"
#include "store/trace_store.hpp"
#include "store/write_queue.hpp"
#include "support/mailbox.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mvr::host {

/// The record on its two threads: decisions on the engine thread, the disk on the record writer's.
///
/// What the writer says waits in a mailbox that the engine thread empties with `drain`.
class RecordThreads {
  public:
    /// `wake_engine` makes the engine thread call `drain` soon. The writer begins to open the
    /// record at once.
    RecordThreads(std::string folder, const Clock &clock, std::function<void()> wake_engine);
    ~RecordThreads();

    store::Record &record() { return *record_; } ///< engine thread

    /// Applies what the writer reported. Thread: engine; call it after each job and in each tick.
    void apply_reports();

    /// Does what waited for that and sends what gathered. Thread: engine; call it after
    /// `apply_reports`.
    void go_on();

    /// Runs `job` as soon as it is known whether there is a record. Where `client` is not null, it
    /// is the reply of the client who waits for that, and may be rejected. Thread: engine.
    void when_settled(Worker::Job job, mcp::Respond client);

    /// Answers `error` to the clients who wait for the record to open, and to each that comes after
    /// them; their jobs are not run. Thread: engine.
    void reject_clients(const Error &error);
    /// Lets clients wait again. Thread: engine.
    void accept_clients();

    /// Runs `job` as soon as everything that was taken for true until now is on disk, or is known
    /// not to get there. Thread: engine.
    void when_written(Worker::Job job);

    /// Destroys a learner's key, behind everything that was taken for true until now; then the
    /// state forgets the learner, and `done` gets the result on the engine thread.
    /// Errors: Errc::conflict without a record of our own; as RecordWriter::erase. Thread: engine.
    void erase(const std::string &learner, std::function<void(Result<void>)> done);

    /// Reads the raw traces of a session's learner; `done` gets them on the writer's thread.
    /// Errors: Errc::not_found for an unknown session; Errc::conflict without a record; what the
    /// disk says. Thread: engine.
    using TracesRead = std::function<void(const Result<store::TraceStore::Chunks> &)>;
    void read_traces(const std::string &session_id, const TracesRead &done);

    /// Work on the writer's thread. False once it has stopped. Thread: any.
    bool post_to_writer(std::function<void(store::RecordWriter &)> job);

    /// Hands `job` to the engine thread. Thread: any.
    void post_to_engine(std::function<void()> job);

    /// Brings everything that was taken for true to disk, keeps a snapshot, closes the record and
    /// joins the writer. Thread: engine.
    void finish();

  private:
    store::RecordWriter::Listener listener();
    store::Record::ToWriter to_writer();
    void write(store::WriteBatch batch);
    void write_waiting();
    void run_settled();
    void tick_writer();

    std::function<void()> wake_engine_;
    Mailbox<std::function<void()>> said_; ///< by the writer, for the engine thread
    struct Deferred {
        Worker::Job job;
        mcp::Respond client;
    };
    std::vector<Deferred> deferred_;    ///< engine thread: until it is settled
    std::optional<Error> rejects_with_; ///< engine thread: with this, while their server stops
    store::WriteQueue to_write_;
    struct After {
        std::uint64_t taken = 0;
        Worker::Job job;
    };
    std::vector<After> after_; ///< engine thread: until what was taken before is written
    std::unique_ptr<store::Record> record_;
    store::RecordWriter writer_;
    bool was_written_ = false; ///< writer thread: since the last tick
    std::chrono::steady_clock::time_point last_written_;
    Worker thread_;
};

} // namespace mvr::host
