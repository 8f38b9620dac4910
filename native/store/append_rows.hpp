#pragma once

#include "store/event_store.hpp"
#include "store/sqlite_file.hpp"

#include <string>

namespace mvr::store {

/// Throws Failure (a programming error) when the rows are not numbered behind `expected_last`, or
/// the last one has no mark.
void check_numbers(const Append &append);

/// Whether an event of this id was merged before. Throws SQLite::Exception.
bool in_merged(SQLite::Database &db, const Id &id);

/// Inserts rows, streams and ids of merged events in one transaction, and `head` where it is not
/// empty. `insert` is `insert_sealed_row`. Throws SQLite::Exception.
void insert_rows(SQLite::Database &db, SQLite::Statement &insert, const Append &append,
                 const std::string &head);

/// Empties the row of a purged event and keeps its tombstone; false where there is no such row.
/// Throws SQLite::Exception.
bool purge_row(SQLite::Database &db, const Tombstone &tombstone);

} // namespace mvr::store
