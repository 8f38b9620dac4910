#include "vault/secret.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace mvr;
using namespace mvr::vault;

namespace {
const std::string counting = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
}

TEST_CASE("a key survives its way through hexadecimal text", "[vault][secret]")
{
    const auto key = key_from_hex(counting);

    REQUIRE(key);
    CHECK(to_hex(key->bytes()) == counting);
}

TEST_CASE("text that is not 64 hexadecimal digits is no key", "[vault][secret]")
{
    const std::string text =
        GENERATE(as<std::string>(), "", "00", counting.substr(1), counting + "00",
                 counting.substr(2) + "zz", counting + "\n", " " + counting);
    CAPTURE(text);

    const auto key = key_from_hex(text);

    REQUIRE_FALSE(key);
    CHECK(key.error().code == Errc::invalid_argument);
}

TEST_CASE("a key takes exactly 32 bytes", "[vault][secret]")
{
    const std::size_t size = GENERATE(0u, 31u, 32u, 33u);
    const Bytes bytes(size, std::byte{7});

    CHECK(static_cast<bool>(key_from_bytes(bytes)) == (size == 32));
}

TEST_CASE("random keys differ", "[vault][secret]")
{
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i)
        seen.insert(to_hex(random_key().bytes()));

    CHECK(seen.size() == 200);
}

TEST_CASE("a derived key is keyed BLAKE2b of its purpose", "[vault][secret][vector]")
{
    // hashlib.blake2b(b'purpose', key=bytes(range(32)), digest_size=32) of CPython 3.11
    const Key parent = *key_from_hex(counting);

    CHECK(to_hex(derive(parent, "purpose").bytes()) ==
          "2a3720a4d9c9a6ce803868ff08c71356853d2e24863d93845683eee84fc0152c");
    CHECK(to_hex(derive(parent, "other").bytes()) != to_hex(derive(parent, "purpose").bytes()));
}
