#pragma once

#include "host/record_threads.hpp"
#include "host/worker.hpp"

#include <functional>
#include <optional>
#include <string>

namespace mvr::bench {

/// Record and record writer on threads of their own, as the add-on has them, without the rest of
/// the engine.
class RecordPipeline {
  public:
    explicit RecordPipeline(const std::string &folder);

    /// Records one event; `done` is called when it is known whether it is on disk, in the engine's
    /// thread. Any thread.
    void record(store::NewEvent event, std::function<void(bool on_disk)> done);

    /// Copies the write-ahead file into the database; returns when it is done. Any thread.
    void checkpoint();

  private:
    std::optional<host::RecordThreads> threads_; ///< made and ended by the engine's thread
    host::Worker engine_;
};

} // namespace mvr::bench
