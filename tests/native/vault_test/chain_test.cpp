#include "vault/chain.hpp"

#include "vault/seal.hpp"

#include <catch2/catch.hpp>

using namespace mvr::vault;

TEST_CASE("a link is BLAKE2b-256 of the previous one and the fields with their lengths",
          "[vault][chain][vector]")
{
    // hashlib.blake2b(previous + b''.join(struct.pack('<Q', len(f)) + f for f in fields),
    // digest_size=32) of CPython 3.11
    const Hash first = link(chain_start, {as_bytes("1"), as_bytes(""), as_bytes("abc")});
    const Hash second = link(first, {as_bytes("abc")});

    CHECK(to_hex(first) == "f34509a427ca6626b67b0a54cc167a757cc2cd0d4cb1783c7dbcb32e0addd626");
    CHECK(to_hex(second) == "1b141647d7037b4996b1af927163d323e1797e8b08068bffdc59ca745cb919b6");
}

TEST_CASE("a link changes with its place, its fields and where they part", "[vault][chain]")
{
    const Hash one = link(chain_start, {as_bytes("ab"), as_bytes("c")});

    CHECK(link(one, {as_bytes("ab"), as_bytes("c")}) != one);
    CHECK(link(chain_start, {as_bytes("a"), as_bytes("bc")}) != one);
    CHECK(link(chain_start, {as_bytes("abc")}) != one);
    CHECK(link(chain_start, {as_bytes("ab"), as_bytes("d")}) != one);
    CHECK(link(chain_start, {as_bytes("ab"), as_bytes("c")}) == one);
}
