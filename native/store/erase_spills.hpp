#pragma once

#include "store/vault_files.hpp"
#include "support/result.hpp"
#include "vault/vault_keys.hpp"

namespace mvr::store {

/// Overwrites what spill files hold of this learner, merged or not. In a file whose writer is gone
/// everything that does not open as somebody else's goes too: whose it was cannot be known.
///
/// Errors: Errc::storage_unavailable; call it again.
Result<void> erase_from_spills(const VaultFiles &files, const vault::VaultKeys &keys,
                               const vault::Pseudonym &learner);

} // namespace mvr::store
