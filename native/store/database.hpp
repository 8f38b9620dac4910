#pragma once

#include "support/result.hpp"

#include <memory>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

namespace mvr::store {

inline constexpr int format_version = 1; ///< of the database; stands sealed in meta

/// Opens a database of ours: write-ahead log, every commit synced, no checkpoint inside a commit
/// before the log has grown to 64 MB, and exclusively locked, so that nobody else's SQLite reads
/// along. Throws SQLite::Exception.
std::unique_ptr<SQLite::Database> open_database(const std::string &path);

/// Whether closing `db` may copy the write-ahead file into the database. Off while we do not know
/// that the file is sound: a damaged one is kept as it was found.
void checkpoint_on_close(SQLite::Database &db, bool allowed);

/// Makes a new file at `path`, readable by this user only, with our tables.
/// Errors: Errc::storage_unavailable. Throws SQLite::Exception.
Result<void> create_database(const std::string &path);

/// Empty when the tables are exactly ours, else what is wrong with them. Throws SQLite::Exception.
std::string structure_problem(SQLite::Database &db);

/// Whether this says that the file's content is broken, rather than that the disk refuses.
bool says_damaged(const SQLite::Exception &exception);

/// The refusal behind an exception. Throws Failure for what only a bug of ours can cause.
Error refusal(const SQLite::Exception &exception, const std::string &path);

/// Runs `work`, which returns a Result; SQLite's exceptions become errors.
template <class Work> auto guarded(const std::string &path, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return refusal(exception, path);
    }
}

} // namespace mvr::store
