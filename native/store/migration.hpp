#pragma once

#include "store/open_vault.hpp"
#include "store/vault_files.hpp"

#include <functional>
#include <string>

namespace mvr::store {

/// Makes a record of format 2 of the one of format 1 in the folder: every event with its number,
/// id, time and learner, sealed anew; one that cannot be read leaves a tombstone. The old database
/// is kept as `record-v1.migrated-<time>.sqlite`. `report` says how many, and where the copy is.
///
/// Interrupted, it starts again at the next opening, or goes on if the new database was finished.
/// Errors: Errc::unsupported when `options` has no `convert_v1`; Errc::unauthorized,
/// Errc::storage_unavailable; the old record is as it was then.
Result<void> migrate_v1(const VaultFiles &files, const vault::Key &vault_key,
                        const OpenOptions &options, VaultReport &report);

/// Called for each event that format 1 will not know: the row and what it says.
using ExportRow = std::function<void(const SealedRow &, std::span<const std::byte> plain)>;

/// What `restore_v1` did.
struct RestoredV1 {
    std::int64_t exported = 0; ///< events that came since the migration, handed to the export
    std::string kept_as;       ///< where the record of format 2 is now, its whole path
};

/// The way back to release 0.1.0: puts the copy that the migration kept back as
/// `record-v1.sqlite`, hands every event written since then to `export_row`, and keeps the record
/// of format 2 as `record-v2.kept-<time>.sqlite`. The vault must not be open.
///
/// Errors: Errc::not_found when no migration was made here; as `open_vault`; nothing was changed
/// then.
Result<RestoredV1> restore_v1(const std::string &folder, const OpenOptions &options,
                              const ExportRow &export_row);

} // namespace mvr::store
