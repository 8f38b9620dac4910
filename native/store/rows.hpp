#pragma once

#include "store/event.hpp"
#include "store/sqlite_file.hpp"

#include "vault/chain.hpp"
#include "vault/seal.hpp"

#include <cstdint>
#include <span>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

namespace mvr::store {

/// One row of the table `events`.
struct Row {
    std::int64_t sequence = 0;
    std::string id;
    TimeMs time_ms = 0;
    std::string pseudonym;
    int version = 1;
    vault::Bytes sealed; ///< type, learner's given id and payload, as JSON
    vault::Hash hash{};
};

/// The end of the chain.
struct Head {
    std::int64_t sequence = 0;
    vault::Hash hash = vault::chain_start;
};

/// What a row's seal is bound to: its place, its other columns and the whole history before it.
std::string seal_context(const Row &row, const vault::Hash &previous);

/// The row's own link.
vault::Hash link_of(const Row &row, const vault::Hash &previous);

/// An event as it is written after `previous`, sealed under `key`.
Row sealed_row(const Event &event, const vault::Hash &previous, const vault::Key &key);

/// The event of a row whose seal was opened. Throws Failure if the text is not what `sealed_row`
/// writes.
Event event_of(const Row &row, std::span<const std::byte> plain);

inline constexpr const char *select_rows =
    "SELECT sequence, id, time_ms, pseudonym, version, sealed, hash FROM events "
    "WHERE sequence >= ? ORDER BY sequence";
inline constexpr const char *insert_row =
    "INSERT INTO events(sequence, id, time_ms, pseudonym, version, sealed, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)";

inline constexpr const char *replace_meta =
    "INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)";

/// The row that `statement` (select_rows) stands on.
Row row_of(SQLite::Statement &statement);

/// Executes `statement` (insert_row). Throws SQLite::Exception.
void insert(SQLite::Statement &statement, const Row &row);

/// Values of the table `meta`. Throws SQLite::Exception.
vault::Bytes meta(SQLite::Database &db, const std::string &name); ///< empty when there is none
void set_meta(SQLite::Database &db, const std::string &name, std::span<const std::byte> value);
/// As above with a statement (replace_meta) that is kept.
void set_meta(SQLite::Statement &statement, const std::string &name,
              std::span<const std::byte> value);

/// The head as it stands sealed in `meta`, so that rows missing at the end are noticed.
vault::Bytes sealed_head(const Head &head, const vault::Key &meta_key);
Result<Head> open_head(std::span<const std::byte> sealed, const vault::Key &meta_key);

/// The format's version as it stands sealed in `meta`.
vault::Bytes sealed_format(int version, const vault::Key &meta_key);
Result<int> open_format(std::span<const std::byte> sealed, const vault::Key &meta_key);

} // namespace mvr::store
