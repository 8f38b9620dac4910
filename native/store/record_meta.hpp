#pragma once

#include "store/sqlite_file.hpp"
#include "vault/vault_keys.hpp"

#include <optional>

namespace mvr::store {

/// What the table `meta` says of the record as a whole.
struct RecordMeta {
    bool ours = false;         ///< its fingerprint is that of these keys
    bool another_key = false;  ///< it has a whole fingerprint of another key
    std::optional<int> format; ///< nothing: not signed with these keys
    std::optional<int> catalog;
    std::int64_t migrated_rows = 0; ///< taken over from format 1
};

// All throw SQLite::Exception.
RecordMeta read_meta(SQLite::Database &db, const vault::VaultKeys &keys);

/// Writes fingerprint, format and catalog of a new database.
void write_meta(SQLite::Database &db, const vault::VaultKeys &keys, int event_catalog);

void set_signed_number(SQLite::Database &db, const vault::VaultKeys &keys, const std::string &name,
                       std::int64_t number);

/// The number of this entry as it stands anywhere in the bytes of a page, signed; for salvaging.
std::optional<std::int64_t> carve_signed_number(std::span<const std::byte> page,
                                                const vault::VaultKeys &keys,
                                                const std::string &name);

inline constexpr const char *format_entry = "format";
inline constexpr const char *catalog_entry = "event_catalog";
inline constexpr const char *head_entry = "head"; ///< head_file.hpp
inline constexpr const char *migrated_entry = "migrated_rows";

} // namespace mvr::store
