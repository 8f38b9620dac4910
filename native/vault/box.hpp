#pragma once

#include "vault/secret.hpp"

#include <array>

namespace mvr::vault {

inline constexpr std::size_t box_overhead_bytes = 32 + 16; ///< one-time public key and tag

/// A pair of keys for messages that only the owner of the secret half reads; the sender keeps
/// nothing that would open them again.
///
/// Thread: one at a time. Source: libsodium's sealed boxes, X25519 (RFC 7748) with
/// XSalsa20-Poly1305, a one-time key pair a message.
class Box {
  public:
    using PublicKey = std::array<std::byte, 32>;

    /// The pair that follows from a 32-byte seed; the same every time.
    explicit Box(const Key &seed);

    const PublicKey &public_key() const { return public_key_; }

    /// Errors: Errc::tampered when `sealed` is too short, was altered, or is for another key.
    Result<Bytes> open(std::span<const std::byte> sealed) const;

  private:
    Key secret_;
    PublicKey public_key_{};
};

/// `plain.size()` + `box_overhead_bytes` bytes that only the owner of `to` opens. Thread: any.
Bytes seal_to(const Box::PublicKey &to, std::span<const std::byte> plain);

} // namespace mvr::vault
