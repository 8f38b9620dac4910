#pragma once

#include "store/sealed_row.hpp"
#include "store/sqlite_file.hpp"

#include <vector>

namespace mvr::store {

inline constexpr const char *select_sealed_rows =
    "SELECT sequence, stream, id, time_ms, sealed_hash, link, mark, sealed FROM events "
    "WHERE sequence >= ? AND sequence <= ? ORDER BY sequence LIMIT ?";
inline constexpr const char *insert_sealed_row =
    "INSERT INTO events(sequence, stream, id, time_ms, sealed_hash, link, mark, sealed) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

// All throw SQLite::Exception.

/// Reads the row that `statement` (select_sealed_rows) stands on; columns of another length than
/// ours leave their member zero, so that the row does not verify.
void read_row(SQLite::Statement &statement, SealedRow &row);

/// Executes `statement` (insert_sealed_row).
void insert_row_into(SQLite::Statement &statement, const SealedRow &row);

/// What stands in the table of streams or in its mirror, sorted; where the two differ, both.
std::vector<StreamRow> read_streams(SQLite::Database &db);

/// Whether both tables are there and say the same.
bool streams_agree(SQLite::Database &db);

void insert_streams(SQLite::Database &db, std::span<const StreamRow> streams);

/// Writes both tables anew, so that no page of theirs keeps what stood there.
void replace_streams(SQLite::Database &db, std::span<const StreamRow> streams);

/// Each stands twice, and is here once. Signatures are not looked at.
std::vector<Tombstone> read_tombstones(SQLite::Database &db);

/// Whether each stands twice and is signed.
bool tombstones_hold(SQLite::Database &db, const vault::VerifyKey &key);
void insert_tombstone(SQLite::Database &db, const Tombstone &tombstone);

} // namespace mvr::store
