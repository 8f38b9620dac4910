#include "vault/vault_keys.hpp"

#include "vault/pseudonym.hpp"

#include <algorithm>
#include <string>

namespace mvr::vault {

VaultKeys::VaultKeys(const Key &vault_key)
    : wrapping(derive(vault_key, "malloc-vr wrapping key")),
      naming(derive(vault_key, "malloc-vr pseudonym key")),
      meta(derive(vault_key, "malloc-vr meta key")),
      ownerless(derive(vault_key, "malloc-vr events of no learner")),
      marking(derive(vault_key, "malloc-vr marking key")),
      signer(derive(vault_key, "malloc-vr signing key")),
      box(derive(vault_key, "malloc-vr box key"))
{
    const Key whole = derive(vault_key, "malloc-vr fingerprint");
    std::ranges::copy(whole.bytes().first(fingerprint.size()), fingerprint.begin());
}

Pseudonym VaultKeys::pseudonym(std::string_view learner_id) const
{
    const auto mac = hmac_sha256(naming, std::string("learner:").append(learner_id));
    Pseudonym name;
    std::copy_n(mac.begin(), name.size(), name.begin());
    return name;
}

} // namespace mvr::vault
