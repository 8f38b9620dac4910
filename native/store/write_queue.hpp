#pragma once

#include "store/record_writer.hpp"
#include "support/mailbox.hpp"

#include <cstddef>
#include <optional>

namespace mvr::store {

/// Batches on their way to the record writer. What waits goes into one commit as far as it can, so
/// that its callers share a sync.
class WriteQueue {
  public:
    /// Thread: engine.
    void put(WriteBatch batch) { waiting_.put(std::move(batch)); }

    struct Commit {
        WriteBatch batch;
        std::size_t batches = 1; ///< how many of those that were put
    };
    /// What is to be written next; none when all that was put has been taken. Thread: record
    /// writer.
    std::optional<Commit> take();

  private:
    Mailbox<WriteBatch> waiting_;
};

} // namespace mvr::store
