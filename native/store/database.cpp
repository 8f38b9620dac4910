#include "store/database.hpp"

#include "support/os.hpp"

#include <array>
#include <cstdint>
#include <string_view>

#include <sqlite3.h>

namespace mvr::store {
namespace {

constexpr int pages_before_forced_checkpoint = 16'384; // of 4 KB

struct Table {
    std::string_view name;
    std::string_view sql; ///< as SQLite keeps it
};

constexpr std::array<Table, 3> tables{{
    {"events", "CREATE TABLE events(sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, "
               "time_ms INTEGER NOT NULL, pseudonym TEXT NOT NULL, version INTEGER NOT NULL, "
               "sealed BLOB NOT NULL, hash BLOB NOT NULL) STRICT"},
    {"learner_keys", "CREATE TABLE learner_keys(pseudonym TEXT PRIMARY KEY, wrapped BLOB NOT NULL) "
                     "STRICT, WITHOUT ROWID"},
    {"meta", "CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID"},
}};

} // namespace

std::unique_ptr<SQLite::Database> open_database(const std::string &path)
{
    auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE);
    checkpoint_on_close(*db, false);
    db->exec("PRAGMA locking_mode = EXCLUSIVE");
    db->exec("PRAGMA trusted_schema = OFF");
    db->exec("PRAGMA cell_size_check = ON");
    db->exec("PRAGMA synchronous = FULL");
    db->exec("PRAGMA wal_autocheckpoint = " + std::to_string(pages_before_forced_checkpoint));
    return db;
}

void checkpoint_on_close(SQLite::Database &db, bool allowed)
{
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, allowed ? 0 : 1, nullptr);
}

Result<void> create_database(const std::string &path)
{
    if (auto made = os::write_private_file(path, ""); !made) return made;
    const auto db = open_database(path);
    db->exec("PRAGMA journal_mode = WAL"); // stays so, in the file
    SQLite::Transaction transaction(*db);
    for (const auto &table : tables)
        db->exec(std::string(table.sql));
    transaction.commit();
    checkpoint_on_close(*db, true);
    return {};
}

std::string structure_problem(SQLite::Database &db)
{
    if (sqlite3_db_readonly(db.getHandle(), "main") != 0) return "its header forbids writing";
    if (db.execAndGet("PRAGMA journal_mode").getString() != "wal") return "it is in another mode";
    SQLite::Statement check(db, "PRAGMA quick_check(1)");
    check.executeStep();
    std::string verdict = check.getColumn(0).getString();
    if (verdict != "ok") return verdict;
    SQLite::Statement found(
        db, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    std::size_t count = 0;
    for (; found.executeStep(); ++count) {
        const bool ours = count < tables.size() &&
                          found.getColumn(0).getString() == tables[count].name &&
                          found.getColumn(1).getString() == tables[count].sql;
        if (!ours) return "its tables are not the record's";
    }
    return count == tables.size() ? "" : "its tables are missing";
}

bool says_damaged(const SQLite::Exception &exception)
{
    const int code = exception.getErrorCode() & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR ||
           code == SQLITE_MISMATCH || exception.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ;
}

Error refusal(const SQLite::Exception &exception, const std::string &path)
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
                "Start the server again: it recovers everything before the damage."};
    default: throw Failure({Errc::internal, "the record: " + reason, "", ""});
    }
}

} // namespace mvr::store
