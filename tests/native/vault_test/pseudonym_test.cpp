#include "vault/pseudonym.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace mvr::vault;

TEST_CASE("HMAC-SHA256 gives the published results", "[vault][pseudonym][vector]")
{
    // Python: hmac.new(bytes(range(32)), b'learner:alice@example.org', 'sha256')
    const Key counting =
        *key_from_hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    CHECK(to_hex(hmac_sha256(counting, "learner:alice@example.org")) ==
          "e20605187399618c6abd0b7f863527bacde50e2860e38201c0d27d4e4286e6f4");

    // RFC 4231 §4.3 (key "Jefe"): HMAC pads a short key with zeros, so the padded one gives the
    // same.
    std::array<std::byte, 32> jefe{std::byte{'J'}, std::byte{'e'}, std::byte{'f'}, std::byte{'e'}};
    CHECK(to_hex(hmac_sha256(*key_from_bytes(jefe), "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("a pseudonym is 128 bits of the keyed hash of domain and id", "[vault][pseudonym]")
{
    const Key counting =
        *key_from_hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    const auto name = pseudonym(counting, "learner:", "alice@example.org");

    CHECK(name == "e20605187399618c6abd0b7f863527ba");
    CHECK(pseudonym(counting, "learner:", "alice@example.com") != name);
    CHECK(pseudonym(counting, "export:", "alice@example.org") != name);
    CHECK(pseudonym(random_key(), "learner:", "alice@example.org") != name);
}
