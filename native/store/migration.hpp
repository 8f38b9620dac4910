#pragma once

#include "store/open_vault.hpp"

#include <functional>
#include <string>

namespace mvr::store {

/// Called for each event that format 1 will not know: the row and what it says.
using ExportRow = std::function<void(const SealedRow &, std::span<const std::byte> plain)>;

/// What `restore_v1` did.
struct RestoredV1 {
    std::int64_t events = 0;   ///< in the restored database
    std::int64_t exported = 0; ///< events that came since, handed to the export
    std::string kept_as;       ///< where the record of format 2 is now, its whole path
};

/// The way back to release 0.1.0: puts the copy that the migration kept back as
/// `record-v1.sqlite`, hands every event written since then to `export_row`, and keeps the record
/// of format 2 aside. The vault must not be open.
///
/// Errors: Errc::not_found when no migration was made here; Errc::locked, Errc::unauthorized,
/// Errc::storage_unavailable as `open_vault`; nothing was changed then.
Result<RestoredV1> restore_v1(const std::string &folder, const OpenOptions &options,
                              const ExportRow &export_row);

} // namespace mvr::store
