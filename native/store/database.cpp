#include "store/database.hpp"

#include "support/os.hpp"

#include <array>
#include <cstdint>
#include <string_view>

#include <sqlite3.h>

namespace mvr::store {
namespace {

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

} // namespace mvr::store
