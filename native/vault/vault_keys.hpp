#pragma once

#include "vault/box.hpp"
#include "vault/signing.hpp"

#include <array>
#include <string_view>

namespace mvr::vault {

/// The name under which a learner stands in the record: 128 bits of a keyed hash of their id.
using Pseudonym = std::array<std::byte, 16>;

/// Everything that follows from a vault's key. None of it helps to find the key itself, and none
/// helps to find another.
///
/// Thread: one at a time; make one for each thread (`VaultKeys(vault_key)` takes microseconds).
struct VaultKeys {
    explicit VaultKeys(const Key &vault_key);

    /// HMAC-SHA256 of "learner:" ‖ `learner_id`, its first 16 bytes; format 1 wrote the same as
    /// text.
    Pseudonym pseudonym(std::string_view learner_id) const;

    Key wrapping;                          ///< seals the streams' keys
    Key naming;                            ///< makes pseudonyms
    Key meta;                              ///< seals what belongs to the record as a whole
    Key ownerless;                         ///< seals the events that belong to no learner
    Key marking;                           ///< marks the ends of commits
    Signer signer;                         ///< signs heads and tombstones
    Box box;                               ///< opens what another process left in a spill file
    std::array<std::byte, 16> fingerprint; ///< tells one vault from another and nothing of either
};

} // namespace mvr::vault
