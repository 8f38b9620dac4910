#include "vault/pseudonym.hpp"
#include "vault/vault_keys.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace mvr;
using namespace mvr::vault;

TEST_CASE("the keys of a vault differ from each other and follow from its key alone",
          "[vault][vault_keys]")
{
    const Key vault_key = random_key();
    const VaultKeys keys(vault_key);
    const VaultKeys again(vault_key);
    const VaultKeys other(random_key());

    const std::set<std::string> different{
        to_hex(vault_key.bytes()),      to_hex(keys.wrapping.bytes()),
        to_hex(keys.naming.bytes()),    to_hex(keys.meta.bytes()),
        to_hex(keys.ownerless.bytes()), to_hex(keys.signer.verify_key()),
        to_hex(keys.box.public_key())};
    CHECK(different.size() == 7);
    CHECK(to_hex(keys.wrapping.bytes()) == to_hex(again.wrapping.bytes()));
    CHECK(keys.signer.verify_key() == again.signer.verify_key());
    CHECK(keys.box.public_key() == again.box.public_key());
    CHECK(keys.fingerprint == again.fingerprint);
    CHECK(keys.fingerprint != other.fingerprint);
    CHECK(keys.pseudonym("ada") != other.pseudonym("ada"));
}

TEST_CASE("a learner keeps the pseudonym of format 1", "[vault][vault_keys]")
{
    const Key vault_key = random_key();

    const auto name = VaultKeys(vault_key).pseudonym("ada@example.org");

    CHECK(to_hex(name) ==
          pseudonym(derive(vault_key, "malloc-vr pseudonym key"), "learner:", "ada@example.org"));
}
