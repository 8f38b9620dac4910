#include "vault/signing.hpp"

#include "vault/sodium_bytes.hpp"

#include <algorithm>

#include <sodium.h>

namespace mvr::vault {
namespace {

constexpr std::size_t seed_bytes = crypto_sign_SEEDBYTES;
static_assert(seed_bytes == Key::size_bytes);
static_assert(sizeof(Signature) == crypto_sign_BYTES);
static_assert(sizeof(VerifyKey) == crypto_sign_PUBLICKEYBYTES);
static_assert(crypto_sign_SECRETKEYBYTES == seed_bytes + sizeof(VerifyKey));

/// libsodium's secret key, seed ‖ public key, zeroed afterwards.
struct SecretKey {
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> bytes{};
    ~SecretKey() { sodium_memzero(bytes.data(), bytes.size()); }
};

Key copy_of(const Key &key)
{
    Key copy;
    std::ranges::copy(key.bytes(), copy.writable().begin());
    return copy;
}

} // namespace

Signer::Signer(const Key &seed) : seed_(copy_of(seed))
{
    SecretKey secret;
    crypto_sign_seed_keypair(raw(verify_key_.data()), secret.bytes.data(),
                             raw(seed_.bytes().data()));
}

Signature Signer::sign(std::span<const std::byte> message) const
{
    SecretKey secret;
    std::copy_n(raw(seed_.bytes().data()), seed_bytes, secret.bytes.begin());
    std::copy_n(raw(verify_key_.data()), verify_key_.size(), secret.bytes.begin() + seed_bytes);
    Signature signature;
    crypto_sign_detached(raw(signature.data()), nullptr, raw(message.data()), message.size(),
                         secret.bytes.data());
    return signature;
}

bool verify(const VerifyKey &key, std::span<const std::byte> message, const Signature &signature)
{
    return crypto_sign_verify_detached(raw(signature.data()), raw(message.data()), message.size(),
                                       raw(key.data())) == 0;
}

} // namespace mvr::vault
