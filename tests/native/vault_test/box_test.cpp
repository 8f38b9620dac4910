#include "vault/box.hpp"
#include "vault/seal.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::vault;

namespace {

const std::string text = "what a second Blender observed";

} // namespace

TEST_CASE("the pair of a seed is libsodium's", "[vault][box]")
{
    // RFC 7748's X25519, written out in Python, of the base point and the first half of
    // hashlib.sha512(bytes(range(32))), which is how libsodium makes a pair from a seed.
    std::array<std::byte, 32> seed;
    for (std::size_t i = 0; i < seed.size(); ++i)
        seed[i] = static_cast<std::byte>(i);
    const auto key = key_from_bytes(seed);
    REQUIRE(key);

    CHECK(to_hex(Box(*key).public_key()) ==
          "4701d08488451f545a409fb58ae3e58581ca40ac3f7f114698cd71deac73ca01");
}

TEST_CASE("only the owner of the secret half opens a box", "[vault][box]")
{
    const Key seed = random_key();
    const Box box(seed);

    const Bytes sealed = seal_to(box.public_key(), as_bytes(text));

    CHECK(sealed.size() == text.size() + box_overhead_bytes);
    REQUIRE(box.open(sealed));
    CHECK(as_text(*box.open(sealed)) == text);
    CHECK(as_text(*Box(seed).open(sealed)) == text);
    CHECK_FALSE(Box(random_key()).open(sealed));
    CHECK(sealed != seal_to(box.public_key(), as_bytes(text)));
}

TEST_CASE("a box that was altered anywhere does not open", "[vault][box]")
{
    const Box box(random_key());
    const Bytes sealed = seal_to(box.public_key(), as_bytes(text));

    for (std::size_t i = 0; i < sealed.size(); ++i) {
        CAPTURE(i);
        Bytes altered = sealed;
        altered[i] ^= std::byte{1};
        CHECK_FALSE(box.open(altered));
        CHECK_FALSE(box.open(std::span(sealed).first(i)));
    }
}
