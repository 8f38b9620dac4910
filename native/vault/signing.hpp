#pragma once

#include "vault/secret.hpp"

#include <array>

namespace mvr::vault {

using Signature = std::array<std::byte, 64>;
using VerifyKey = std::array<std::byte, 32>; ///< public

/// A signing key and the public key that belongs to it.
///
/// Thread: one at a time; `verify` any. Source: Ed25519, RFC 8032, deterministic.
class Signer {
  public:
    /// The pair that follows from a 32-byte seed; the same every time.
    explicit Signer(const Key &seed);

    const VerifyKey &verify_key() const { return verify_key_; }
    Signature sign(std::span<const std::byte> message) const;

  private:
    Key seed_;
    VerifyKey verify_key_{};
};

/// Whether `signature` was made over exactly `message` with the secret half of `key`. Thread: any.
bool verify(const VerifyKey &key, std::span<const std::byte> message, const Signature &signature);

} // namespace mvr::vault
