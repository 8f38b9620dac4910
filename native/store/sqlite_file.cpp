#include "store/sqlite_file.hpp"

#include <sqlite3.h>

namespace mvr::store {
namespace {

constexpr int pages_before_forced_checkpoint = 16'384;

} // namespace

std::unique_ptr<SQLite::Database> open_database(const std::string &path)
{
    auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE);
    checkpoint_on_close(*db, false);
    db->exec("PRAGMA locking_mode = EXCLUSIVE");
    db->exec("PRAGMA trusted_schema = OFF");
    db->exec("PRAGMA cell_size_check = ON");
    db->exec("PRAGMA secure_delete = ON");
    db->exec("PRAGMA synchronous = FULL");
    db->exec("PRAGMA fullfsync = ON"); // read on macOS alone, as os::sync_file
    db->exec("PRAGMA checkpoint_fullfsync = ON");
    db->exec("PRAGMA wal_autocheckpoint = " + std::to_string(pages_before_forced_checkpoint));
    return db;
}

std::unique_ptr<SQLite::Database> open_to_read(const std::string &path)
{
    auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READONLY);
    checkpoint_on_close(*db, false);
    db->exec("PRAGMA trusted_schema = OFF");
    db->exec("PRAGMA cell_size_check = ON");
    return db;
}

void checkpoint_on_close(SQLite::Database &db, bool allowed)
{
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, allowed ? 0 : 1, nullptr);
}

bool says_damaged(const SQLite::Exception &exception)
{
    const int code = exception.getErrorCode() & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR ||
           code == SQLITE_MISMATCH || exception.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ;
}

bool says_full(const SQLite::Exception &exception)
{
    return (exception.getErrorCode() & 0xff) == SQLITE_FULL ||
           exception.getExtendedErrorCode() == SQLITE_IOERR_WRITE;
}

Error storage_error(const SQLite::Exception &exception, const std::string &path)
{
    const std::string reason = exception.what();
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {Errc::storage_unavailable, "cannot write the record '" + path + "': " + reason, "",
                "Free some space or choose a folder that you can write to."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Errc::locked, "another program has the record '" + path + "' open", "",
                "Close the program that reads it."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Errc::tampered, "the record '" + path + "' is damaged: " + reason, "",
                "Start the server again: it recovers every event that can still be read."};
    default: throw Failure({Errc::internal, "the record: " + reason, "", ""});
    }
}

std::span<const std::byte> blob(const SQLite::Column &column)
{
    const auto *bytes = static_cast<const std::byte *>(column.getBlob());
    return {bytes, static_cast<std::size_t>(column.getBytes())};
}

void bind_bytes(SQLite::Statement &statement, int index, std::span<const std::byte> bytes)
{
    // A null pointer would bind NULL.
    statement.bindNoCopy(index, bytes.empty() ? "" : static_cast<const void *>(bytes.data()),
                         static_cast<int>(bytes.size()));
}

} // namespace mvr::store
