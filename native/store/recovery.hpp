#pragma once

#include "store/key_ring.hpp"
#include "store/log_parts.hpp"
#include "store/record_files.hpp"

#include <string>

namespace mvr::store {

/// Makes a complete new record at `files.fresh()` from everything that is good in the database
/// `source`, which is only read, and adds a `record_recovered` event. `kept_as` is where `source`
/// will be kept.
///
/// Returns: the number of the last good event.
/// Errors: Errc::storage_unavailable, and nothing was changed but unfinished files.
Result<std::int64_t> recover(const RecordFiles &files, const vault::Key &vault_key,
                             const Clock &clock, const std::string &source,
                             const std::string &kept_as, const std::string &damage);

/// Makes an empty record at `files.fresh()`.
Result<void> make_empty(const RecordFiles &files, KeyRing &keys);

} // namespace mvr::store
