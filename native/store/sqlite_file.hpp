#pragma once

#include "support/result.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

namespace mvr::store {

inline constexpr std::size_t page_bytes = 4096; ///< of every database of ours

/// Opens a database of ours: write-ahead log, every commit synced, no checkpoint inside a commit
/// before the log has grown to 64 MB, deleted bytes overwritten, and exclusively locked, so that
/// nobody else's SQLite reads along. Throws SQLite::Exception.
std::unique_ptr<SQLite::Database> open_database(const std::string &path);

/// Opens it for reading alone; changes no file. Throws SQLite::Exception.
std::unique_ptr<SQLite::Database> open_to_read(const std::string &path);

/// Whether closing `db` may copy the write-ahead file into the database. Off while we do not know
/// that the file is intact: a damaged one is kept as it was found.
void checkpoint_on_close(SQLite::Database &db, bool allowed);

/// Whether this says that the file's content is broken, rather than that the disk fails.
bool says_damaged(const SQLite::Exception &exception);

/// Whether this says that the disk has no space left for us.
bool says_full(const SQLite::Exception &exception);

/// The error behind an exception. Throws Failure for what only an internal error can cause.
Error storage_error(const SQLite::Exception &exception, const std::string &path);

/// Runs `work`, which returns a Result; SQLite's exceptions become errors.
template <class Work> auto guarded(const std::string &path, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return storage_error(exception, path);
    }
}

/// Bytes of a column; valid until the statement moves on.
std::span<const std::byte> blob(const SQLite::Column &column);

/// Binds bytes that stay where they are until the statement is reset; none are an empty blob.
void bind_bytes(SQLite::Statement &statement, int index, std::span<const std::byte> bytes);

} // namespace mvr::store
