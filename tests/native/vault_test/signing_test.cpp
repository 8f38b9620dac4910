#include "vault/signing.hpp"

#include <catch2/catch.hpp>

#include <cstdint>

using namespace mvr;
using namespace mvr::vault;

namespace {

Bytes from_hex(std::string_view hex)
{
    Bytes bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        bytes.push_back(
            static_cast<std::byte>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

struct Vector {
    std::string seed;
    std::string public_key;
    std::string message;
    std::string signature;
};

} // namespace

TEST_CASE("signatures are those of RFC 8032", "[vault][signing]")
{
    // Source: RFC 8032 §7.1, TEST 1, TEST 2 and TEST 3.
    const auto vector = GENERATE(values<Vector>({
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
         "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701"
         "c"
         "f9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d"
         "0"
         "f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
         "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f7609"
         "84"
         "dc6594a7c15e9716ed28dc027beceea1ec40a"},
    }));
    const auto seed = key_from_hex(vector.seed);
    REQUIRE(seed);

    const Signer signer(*seed);
    const auto message = from_hex(vector.message);
    const Signature signature = signer.sign(message);

    CHECK(to_hex(signer.verify_key()) == vector.public_key);
    CHECK(to_hex(signature) == vector.signature);
    CHECK(verify(signer.verify_key(), message, signature));
}

TEST_CASE("a signature holds for one message and one key", "[vault][signing]")
{
    const Signer signer(random_key());
    Bytes message = from_hex("00112233");
    Signature signature = signer.sign(message);

    CHECK_FALSE(verify(Signer(random_key()).verify_key(), message, signature));
    CHECK_FALSE(verify(signer.verify_key(), std::span(message).first(3), signature));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        CAPTURE(i);
        Signature altered = signature;
        altered[i] ^= std::byte{1};
        CHECK_FALSE(verify(signer.verify_key(), message, altered));
    }
    message[1] ^= std::byte{1};
    CHECK_FALSE(verify(signer.verify_key(), message, signature));
}
