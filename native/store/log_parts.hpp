#pragma once

#include "store/database.hpp"
#include "store/key_ring.hpp"
#include "store/record_files.hpp"
#include "store/rows.hpp"
#include "support/os.hpp"

#include <memory>
#include <span>
#include <string>
#include <utility>

namespace mvr::store {

/// What an open log is made of. The lock goes last.
struct LogParts {
    LogParts(std::string database_path, Clock the_clock, KeyRing key_ring,
             std::unique_ptr<SQLite::Database> database, Head last)
        : path(std::move(database_path)), clock(std::move(the_clock)), keys(std::move(key_ring)),
          db(std::move(database)), insert_event(*db, insert_row), set_head(*db, replace_meta),
          head(last)
    {
    }

    std::unique_ptr<os::FileLock> lock;
    std::string path;
    Clock clock;
    KeyRing keys;
    std::unique_ptr<SQLite::Database> db;
    SQLite::Statement insert_event;
    SQLite::Statement set_head;
    Head head;
};

/// Writes stamped events in one transaction. Errors: Errc::storage_unavailable, and nothing was
/// written.
Result<void> append_rows(LogParts &log, std::span<const Event> events);

} // namespace mvr::store
