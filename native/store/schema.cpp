#include "store/schema.hpp"

#include "support/os.hpp"
#include "support/utf8_path.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include <sqlite3.h>

namespace mvr::store {
namespace {

struct Table {
    std::string_view name;
    std::string_view sql; ///< as SQLite keeps it
};

// By name. The keys of the streams stand twice: one broken byte must not cost a learner.
constexpr std::array<Table, 7> tables{{
    {"events", "CREATE TABLE events(sequence INTEGER PRIMARY KEY, stream BLOB NOT NULL, "
               "id BLOB NOT NULL, time_ms INTEGER NOT NULL, sealed_hash BLOB NOT NULL, "
               "link BLOB NOT NULL, mark BLOB, sealed BLOB NOT NULL) STRICT"},
    {"merged", "CREATE TABLE merged(id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID"},
    {"meta", "CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID"},
    {"snapshot", "CREATE TABLE snapshot(fold TEXT NOT NULL, stream BLOB NOT NULL, "
                 "sealed BLOB NOT NULL, PRIMARY KEY(fold, stream)) STRICT, WITHOUT ROWID"},
    {"streams", "CREATE TABLE streams(position INTEGER PRIMARY KEY, id BLOB NOT NULL, "
                "pseudonym BLOB NOT NULL, wrapped BLOB NOT NULL) STRICT"},
    {"streams_mirror",
     "CREATE TABLE streams_mirror(position INTEGER PRIMARY KEY, id BLOB NOT NULL, "
     "pseudonym BLOB NOT NULL, wrapped BLOB NOT NULL) STRICT"},
    {"tombstones",
     "CREATE TABLE tombstones(position INTEGER PRIMARY KEY, packed BLOB NOT NULL) STRICT"},
}};

/// Parts of the first page that are the same in every record.
/// Source: https://www.sqlite.org/fileformat2.html#the_database_header
struct Fixed {
    std::size_t at;
    std::string_view bytes;
};
using namespace std::string_view_literals;
constexpr std::array<Fixed, 4> fixed{{
    {0, "SQLite format 3\0\x10\0\x02\x02\0\x40\x20\x20"sv}, // page size, WAL, payload fractions
    {44, "\0\0\0\x04"sv},                                   // schema format
    {52, "\0\0\0\0\0\0\0\x01"sv},                           // no auto-vacuum; UTF-8
    {64, "\0\0\0\0\0\0\0\0"sv},                             // no incremental vacuum; no application
}};

bool first_page_is_ours(const std::string &path)
{
    std::array<char, 100> header{};
    std::ifstream(utf8_path(path), std::ios::binary).read(header.data(), header.size());
    return std::ranges::all_of(fixed, [&](const Fixed &part) {
        return std::string_view(header.data() + part.at, part.bytes.size()) == part.bytes;
    });
}

} // namespace

Result<void> create_record(const std::string &path)
{
    if (auto made = os::write_private_file(path, ""); !made) return made;
    const auto db = open_database(path);
    db->exec("PRAGMA page_size = " + std::to_string(page_bytes));
    db->exec("PRAGMA journal_mode = WAL"); // stays so, in the file
    SQLite::Transaction transaction(*db);
    for (const auto &table : tables)
        db->exec(std::string(table.sql));
    transaction.commit();
    checkpoint_on_close(*db, true);
    return {};
}

std::string schema_problem(SQLite::Database &db, const std::string &path)
{
    if (!first_page_is_ours(path)) return "the head of the file was altered";
    if (db.execAndGet("PRAGMA journal_mode").getString() != "wal") return "it is in another mode";
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

std::string structure_problem_v2(SQLite::Database &db)
{
    SQLite::Statement check(db, "PRAGMA quick_check(1)");
    check.executeStep();
    std::string verdict = check.getColumn(0).getString();
    return verdict == "ok" ? "" : verdict;
}

std::string meta_value(SQLite::Database &db, const std::string &name)
{
    SQLite::Statement row(db, "SELECT value FROM meta WHERE name = ?");
    row.bindNoCopy(1, name);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

void set_meta_value(SQLite::Database &db, const std::string &name, std::span<const std::byte> value)
{
    SQLite::Statement row(db, "INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)");
    row.bindNoCopy(1, name);
    bind_bytes(row, 2, value);
    row.exec();
}

} // namespace mvr::store
