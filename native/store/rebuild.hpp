#pragma once

#include "store/head_file.hpp"
#include "store/open_vault.hpp"
#include "store/vault_files.hpp"

namespace mvr::store {

struct Rebuilt {
    RecordEnd head;
    std::vector<Finding> findings;
};

/// Makes an intact database of `files.database()`, which nobody has open: copies it, takes every
/// event that verifies into a new one, and puts that in its place.
///
/// `head`: an end that the record is known to have had. `cause`: what was found wrong, one
/// sentence. Errors: Errc::storage_unavailable; nothing was changed then.
Result<Rebuilt> rebuild(const VaultFiles &files, const vault::Key &vault_key,
                        const std::optional<RecordEnd> &head, const OpenOptions &options,
                        const std::string &cause);

/// Puts `files.finished()` in the place of the database; nothing when there is none. What an
/// opening left unfinished is removed. Errors: Errc::storage_unavailable.
Result<void> take_finished(const VaultFiles &files, TimeMs now);

} // namespace mvr::store
