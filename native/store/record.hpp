#pragma once

#include "store/event.hpp"
#include "store/outbox.hpp"
#include "store/record_writer.hpp"
#include "store/recorded.hpp"
#include "store/state.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

/// How the record stands, for the panel.
struct RecordStatus {
    RecordMode mode = RecordMode::opening;
    std::string path;            ///< the database file; empty when there is none
    std::int64_t events = 0;     ///< on disk
    std::int64_t pending = 0;    ///< taken for true, not yet on disk
    std::int64_t lost = 0;       ///< beyond `Record::pending_limit`: in memory only, for good
    bool is_failing = false;     ///< the disk failed what is pending
    std::string problem;         ///< why nothing can be written just now; empty when it can
    std::string remedy;          ///< what to do about it
    std::vector<Notice> notices; ///< what was found wrong with it
    /// Why raw traces whose consent was taken back are still on the disk; empty when none are.
    std::string undeleted_traces;
};

/// The learners' state and the only way to change it: one decision after another, each seeing what
/// the one before left. Sealing and hashing are done here; writing is the record writer's work.
/// Batches are sealed and sent while others are being written, and the writer puts those that wait
/// for it into one commit, so that callers share a sync. Nothing here waits for a disk.
///
/// Thread: engine, all members.
class Record {
  public:
    /// More events than this do not wait in memory for the disk.
    static constexpr std::size_t pending_limit = 10'000;
    /// Pause before what the disk failed to take is tried again.
    static constexpr TimeMs between_tries_ms = 5'000;
    /// So many batches are with the writer at most; what comes behind them gathers into one.
    static constexpr std::size_t most_batches_sent = 256;

    using Judge = std::function<Result<std::vector<NewEvent>>(const State &)>;
    using OnRecorded = std::function<void(Result<Recorded>)>;

    /// Takes batches and snapshots to the writer; none of it may call back from within.
    struct ToWriter {
        std::function<void(WriteBatch)> write;   ///< in this order; the results come to `written`
        std::function<void(StateSnapshot)> save; ///< sealing it is the writer's work
        std::function<void()> spills_merged;
        std::function<void(TraceWrite)> add_trace = {};
        /// Deletes the raw traces of everybody else; the result comes to `traces_forgotten`.
        std::function<void(std::vector<vault::Pseudonym>)> keep_traces_of = {};
    };

    Record(Clock clock, ToWriter writer);
    ~Record();
    Record(const Record &) = delete;
    Record &operator=(const Record &) = delete;

    /// Lets `judge` see the current state and takes the events that it gives, all or none.
    ///
    /// With Effect::at_once they are in the state when this returns; `done` follows when they are
    /// on disk, or when it is known that they are not (then they wait here and are written in order
    /// as soon as the disk takes them). With Effect::on_disk the state shows them only after the
    /// disk has them; until then further such decisions wait, and a disk that fails them rejects
    /// them for good (`done` gets the error).
    void decide(const Judge &judge, Effect effect, OnRecorded done);

    /// Takes events that were decided on the current state, with Effect::at_once; returns their
    /// ids. `done` as above.
    std::vector<std::string> record(std::vector<NewEvent> events, OnRecorded done);

    // What the writer says.
    void opened(OpenedRecord opened);
    void not_opened(RecordNotOpened reason);
    /// Of the oldest `batches` that were sent and not answered, in one commit.
    void written(const Result<void> &result, std::size_t batches = 1);
    /// Takes in events of another process or vault, with their ids and times. With `done` it is
    /// all or nothing, as Effect::on_disk, and `done` gets the ids of those that were not here.
    void merge(std::vector<SpilledEvent> events, OnRecorded done = nullptr);
    void noticed(Notice notice);
    /// The key of this learner's stream was destroyed: they are unknown from now on. What is done
    /// under that name later is somebody new's.
    void erased(const std::string &learner, const Id &stream);

    /// Whether a learner can be erased here. Errors: Errc::conflict while another process has the
    /// record; Errc::storage_unavailable while it cannot be written.
    Result<void> check_erasure() const;

    /// Seals and sends what gathered; tries again what the disk failed to take, when it is time
    /// (`between_tries_ms`). Call it after each piece of work and at least once a second.
    void dispatch();

    /// `dispatch` failed: what waits is tried again later, and who waits for it is notified.
    void could_not_send(const Error &error);

    /// The same now, whatever the time: the record is about to be closed.
    void dispatch_last();

    /// Sends a snapshot, if the state is what is on disk and so many events came since the last.
    void save_snapshot(std::int64_t at_least_events);

    const State &state() const { return state_; }
    /// The state as it stands, for other threads to read.
    State publish_state();
    const RecordStatus &status() const { return status_; }
    /// Whether everything that was ever taken for true is on disk.
    bool has_all_on_disk() const { return outbox_.empty() && status_.lost == 0 && can_write(); }
    bool is_settled() const { return status_.mode != RecordMode::opening; }
    bool is_writing() const { return outbox_.unanswered() > 0; }

    /// How many decisions' events were taken in until now, and how many of these have left for the
    /// disk or were given up: whoever waits for the disk waits until the second reaches the first.
    std::uint64_t taken() const { return outbox_.taken(); }
    std::uint64_t done_with() const { return outbox_.done_with(); }

    /// Whether raw traces of this session are kept: its learner agreed, and there is a vault.
    bool keeps_traces_of(std::string_view session_id) const;
    /// Whether those that are there may be read: its learner agrees, also where a deletion failed.
    bool shows_traces_of(std::string_view session_id) const;
    /// Keeps a chunk of a session's raw trace, outside the chain. False, and nothing is kept,
    /// where `keeps_traces_of` says no.
    bool add_trace(std::string_view session_id, vault::Bytes plain);
    /// The writer has deleted the traces without consent, or could not: then it is asked again
    /// after `between_tries_ms`, and at each opening of the record.
    void traces_forgotten(const Result<void> &done);
    /// Whose trace a session's is; nothing for an unknown session.
    std::optional<vault::Pseudonym> trace_owner(std::string_view session_id);

    /// The learner's name in the record, 32 hexadecimal digits.
    std::string pseudonym(const std::string &learner) const;

  private:
    struct Waiting {
        Judge judge;
        OnRecorded done;
    };

    Outgoing stamped(std::vector<NewEvent> events, Effect effect, OnRecorded done) const;
    void take(Outgoing entry);
    Outgoing read_spilled(std::vector<SpilledEvent> events);
    void apply(const Outgoing &entry);
    void forget_traces_without_consent();
    void retry_to_forget_traces();
    void decide_on_disk(const Judge &judge, OnRecorded done);
    void decide_waiting();
    bool can_write() const;
    void send();
    bool has_room_to_send() const;
    WriteBatch seal_unsent();
    WriteBatch spill_unsent();
    void on_disk(std::size_t batches);
    void write_failed(const Error &error);
    void tell_not_recorded(const Error &error);
    void put_off(const Error &error);
    void reject_on_disk_entries(const Error &error);
    void drop_beyond_limit();
    const vault::Pseudonym &name_of(const std::string &learner);
    template <class Target> Target header_of(const Event &event);
    void count_pending();
    const vault::VaultKeys &keys() const;

    Clock clock_;
    ToWriter writer_;
    State state_;
    std::unique_ptr<Sealer> sealer_;             ///< in mode open
    std::unique_ptr<vault::VaultKeys> own_keys_; ///< while there is no sealer
    RecordHead on_disk_;                         ///< the end of what the disk has
    std::int64_t snapshot_at_ = 0;               ///< sequence of the last snapshot
    Outbox outbox_;
    std::map<std::string, vault::Pseudonym, std::less<>> names_; ///< under the present keys
    std::deque<Waiting> waiting_; ///< behind a decision that must be on disk
    bool deciding_on_disk_ = false;
    RecordMode sent_mode_ = RecordMode::opening; ///< of the batches that the writer has
    std::set<Id> merged_;                        ///< ids taken in since the start
    /// The state holds what was dropped, or has a learner's events in another order than the rows
    /// (one that needed the disk, and others that came while it was written).
    bool state_is_apart_ = false;
    Error spill_reason_; ///< why there is no record, in mode spill
    TimeMs retry_at_ms_ = 0;
    TimeMs forget_at_ms_ = 0; ///< when deleting traces is tried again; 0 while nothing waits for it
    RecordStatus status_;
};

/// Whether one of them takes a consent back: what was kept for it is to go.
bool holds_withdrawal(const std::vector<Event> &events);

} // namespace mvr::store
