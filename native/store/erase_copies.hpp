#pragma once

#include "store/sealed_row.hpp"
#include "store/vault_files.hpp"
#include "support/result.hpp"

namespace mvr::store {

/// Removes a stream's key and what names its learner from every copy of the record that this
/// program keeps: the database of format 1 that a migration kept is written anew without the
/// learner; in copies of damaged files, which SQLite may not read, the bytes themselves are
/// overwritten.
///
/// Errors: Errc::storage_unavailable; call it again.
Result<void> erase_from_copies(const VaultFiles &files, const vault::Key &vault_key,
                               const StreamRow &stream, const Tombstone &tombstone);

} // namespace mvr::store
