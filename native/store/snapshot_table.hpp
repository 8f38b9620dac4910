#pragma once

#include "store/event_store.hpp"
#include "store/sqlite_file.hpp"

namespace mvr::store {

// The table `snapshot` and the place up to which it is folded (meta). All throw SQLite::Exception.

void save_snapshot(SQLite::Database &db, const RecordHead &folded_to,
                   std::span<const SnapshotPart> parts);
EventStore::Snapshot load_snapshot(SQLite::Database &db);
RecordHead snapshot_head(SQLite::Database &db); ///< sequence 0 when there is none

void remove_snapshot(SQLite::Database &db);

/// The parts of one stream; within the caller's transaction.
void forget_parts_of(SQLite::Database &db, const Id &stream);

} // namespace mvr::store
