#pragma once

#include "store/vault_files.hpp"
#include "vault/secret.hpp"

namespace mvr::store {

struct KeyFile {
    vault::Key key;
    bool made_now = false;
    bool mended = false; ///< one of its two lines had been altered
};

/// Reads `vault.key`: two lines, each the key (64 hexadecimal digits) and a check of it (16), so
/// that one altered byte does not cost the record; a single line of 64 digits is what release 0.1.0
/// wrote. A line that is broken is written anew from the other.
///
/// Errors: Errc::not_found; Errc::unauthorized when others may read it or neither line holds;
/// Errc::storage_unavailable.
Result<KeyFile> read_key_file(const VaultFiles &files);

/// As above, but makes a key when there is none, which is an error (Errc::unauthorized) where
/// anything is that a key once sealed.
Result<KeyFile> read_or_make_key_file(const VaultFiles &files);

/// Writes the key as release 0.1.0 reads it. Errors: Errc::storage_unavailable.
Result<void> write_key_file_v1(const VaultFiles &files, const vault::Key &key);

} // namespace mvr::store
