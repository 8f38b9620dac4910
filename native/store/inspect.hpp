#pragma once

#include "store/head_file.hpp"
#include "store/open_vault.hpp"
#include "store/sqlite_file.hpp"
#include "store/vault_files.hpp"

#include <memory>
#include <optional>

namespace mvr::store {

/// A database of ours that was looked at.
struct Inspected {
    std::unique_ptr<SQLite::Database> db; ///< open, unless there is a problem
    RecordEnd head;
    std::optional<RecordEnd> named;  ///< the furthest end that a signed head names, here or beside
    std::string problem;             ///< what is broken, one sentence; empty when it is intact
    std::int64_t migrated_until = 0; ///< events up to this one came from format 1
    std::string read_only;           ///< why it may only be read; empty when it may be written
};

/// Looks at the database: first page, tables, keys, tombstones, every row behind the snapshot, the
/// last mark, the write-ahead file, the end that a signed head names (`head`, or one in the file);
/// a small file's whole structure.
///
/// Errors: Errc::unauthorized when it is another key's record; Errc::unsupported when a newer
/// program wrote it in other tables; Errc::storage_unavailable when the disk fails.
Result<Inspected> inspect(const VaultFiles &files, const vault::Key &vault_key,
                          const std::optional<RecordEnd> &head, const OpenOptions &options);

} // namespace mvr::store
