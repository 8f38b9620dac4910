#pragma once

#include "store/sealed_row.hpp"
#include "store/sqlite_file.hpp"

namespace mvr::store {

/// Copies the write-ahead file into the database and empties it. Throws SQLite::Exception.
void empty_wal(SQLite::Database &db);

/// Removes the key of `tombstone.stream`, what names its learner and its snapshot parts from the
/// database and from its write-ahead file, and keeps the tombstone. Throws SQLite::Exception.
void erase_in(SQLite::Database &db, const Tombstone &tombstone);

} // namespace mvr::store
