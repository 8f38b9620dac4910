#include "vault/seal.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace mvr;
using namespace mvr::vault;

namespace {

Bytes bytes_of(std::string_view text)
{
    const auto view = as_bytes(text);
    return {view.begin(), view.end()};
}

Bytes from_hex(std::string_view hex)
{
    Bytes bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        bytes.push_back(
            static_cast<std::byte>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

} // namespace

TEST_CASE("open reads what the XChaCha20-Poly1305 draft publishes", "[vault][seal][vector]")
{
    // draft-irtf-cfrg-xchacha-03, appendix A.3.1
    const Key key =
        *key_from_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const std::string context = "PQRS\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7";
    const Bytes sealed = from_hex("404142434445464748494a4b4c4d4e4f5051525354555657"
                                  "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                                  "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                                  "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                                  "21f9664c97637da9768812f615c68b13b52e"
                                  "c0875924c1c7987947deafd8780acf49");

    const auto plain = open(key, context, sealed);

    REQUIRE(plain);
    CHECK(as_text(*plain) == "Ladies and Gentlemen of the class of '99: If I could offer you only "
                             "one tip for the future, sunscreen would be it.");
    Nonce nonce;
    std::copy_n(sealed.begin(), nonce.size(), nonce.begin());
    CHECK(seal(key, context, *plain, nonce) == sealed);
}

TEST_CASE("fresh nonces are all different", "[vault][seal]")
{
    auto nonces = fresh_nonces(1'000);
    std::ranges::sort(nonces);
    CHECK(std::ranges::adjacent_find(nonces) == nonces.end());
}

TEST_CASE("what is sealed opens again, at every block boundary", "[vault][seal]")
{
    // Poly1305 works in 16 bytes, ChaCha20 in 64.
    const std::size_t size = GENERATE(0u, 1u, 15u, 16u, 17u, 31u, 32u, 63u, 64u, 65u, 127u, 128u,
                                      4095u, 4096u, 1000000u);
    CAPTURE(size);
    const Key key = random_key();
    const Bytes plain(size, std::byte{0x5a});

    const Bytes sealed = seal(key, "events|1", plain);

    CHECK(sealed.size() == size + seal_overhead_bytes);
    const auto opened = open(key, "events|1", sealed);
    REQUIRE(opened);
    CHECK(*opened == plain);
}

TEST_CASE("a flip of any bit of the sealed bytes is noticed", "[vault][seal]")
{
    const Key key = random_key();
    const Bytes sealed = seal(key, "events|1", bytes_of("thirty-three bytes of plain text."));

    for (std::size_t i = 0; i < sealed.size() * 8; ++i) {
        Bytes altered = sealed;
        altered[i / 8] ^= static_cast<std::byte>(1u << (i % 8));
        CAPTURE(i);
        const auto opened = open(key, "events|1", altered);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Errc::tampered);
    }
}

TEST_CASE("a truncated or extended seal does not open", "[vault][seal]")
{
    const Key key = random_key();
    Bytes sealed = seal(key, "c", bytes_of("plain"));

    for (std::size_t size = 0; size < sealed.size(); ++size) {
        CHECK_FALSE(open(key, "c", std::span(sealed).first(size)));
    }
    sealed.push_back(std::byte{0});
    CHECK_FALSE(open(key, "c", sealed));
}

TEST_CASE("a seal opens only in its own context and under its own key", "[vault][seal]")
{
    const Key key = random_key();
    const Bytes sealed = seal(key, "events|1", bytes_of("plain"));

    CHECK_FALSE(open(key, "events|2", sealed));
    CHECK_FALSE(open(key, "", sealed));
    CHECK_FALSE(open(random_key(), "events|1", sealed));
    CHECK(open(key, "events|1", sealed));
}

TEST_CASE("the same plain text is never sealed to the same bytes twice", "[vault][seal]")
{
    const Key key = random_key();

    CHECK(seal(key, "c", bytes_of("plain")) != seal(key, "c", bytes_of("plain")));
}

TEST_CASE("a wrapped key opens for its owner alone", "[vault][wrap]")
{
    const Key vault = random_key();
    const Key learner = random_key();

    const Bytes wrapped = wrap(vault, "learner:ada", learner);

    const auto opened = unwrap(vault, "learner:ada", wrapped);
    REQUIRE(opened);
    CHECK(to_hex(opened->bytes()) == to_hex(learner.bytes()));
    CHECK_FALSE(unwrap(vault, "learner:bob", wrapped));
    CHECK_FALSE(unwrap(random_key(), "learner:ada", wrapped));
    CHECK_FALSE(unwrap(vault, "learner:ada", std::span(wrapped).first(wrapped.size() - 1)));
}

TEST_CASE("a key that was moved from cannot seal", "[vault][secret]")
{
    Key key = random_key();
    const Key taken = std::move(key);

    CHECK_THROWS_AS(seal(key, "c", {}), Failure);
    CHECK_NOTHROW(seal(taken, "c", {}));
}
