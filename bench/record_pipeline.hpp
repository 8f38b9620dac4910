#pragma once

#include "store/record.hpp"
#include "store/record_writer.hpp"
#include "support/mailbox.hpp"

#include <functional>
#include <string>
#include <thread>

namespace mvr::bench {

/// Record and record writer on threads of their own, as the add-on has them, without the rest of
/// the engine.
class RecordPipeline {
  public:
    explicit RecordPipeline(const std::string &folder);
    ~RecordPipeline();

    /// Records one event; `done` is called when it is known whether it is on disk, in the engine's
    /// thread. Any thread.
    void record(store::NewEvent event, std::function<void(bool on_disk)> done);

    /// Copies the write-ahead file into the database; returns when it is done. Any thread.
    void checkpoint();

  private:
    using Job = std::function<void()>;

    void run_engine();
    void run_writer();

    Mailbox<Job> to_engine_;
    Mailbox<Job> to_writer_;
    store::Record record_;
    store::RecordWriter writer_;
    std::thread engine_;
    std::thread disk_;
};

} // namespace mvr::bench
