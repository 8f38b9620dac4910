#pragma once

#include "store/row_io.hpp"

#include <vector>

namespace mvr::store {

/// Reads the rows `from` to `until` in pieces, in order, and copes with a file that is broken or
/// lies: what cannot be read is skipped, and rows that do not go upwards are left out.
///
/// Throws SQLite::Exception when the disk fails. Thread: one at a time.
class RowChunks {
  public:
    RowChunks(std::int64_t from, std::int64_t until) : next_(from), until_(until) {}

    /// The next rows, at most 256; their number. None: the end. `rows` keeps its buffers from call
    /// to call and may be longer than what is valid.
    std::size_t read(SQLite::Database &db, std::vector<SealedRow> &rows);

    /// Whether SQLite found the file broken on the way.
    bool broken() const { return broken_; }

  private:
    std::size_t read_some(SQLite::Database &db, std::vector<SealedRow> &rows);

    std::int64_t next_;
    std::int64_t until_;
    bool broken_ = false;
};

} // namespace mvr::store
