#pragma once

#include "vault/secret.hpp"

#include <array>
#include <vector>

namespace mvr::vault {

inline constexpr std::size_t seal_overhead_bytes = 24 + 16; ///< nonce and tag

using Nonce = std::array<std::byte, 24>;

/// Nonces drawn at random for so many seals, in one call to the system. Each is for one seal only.
/// Thread: any.
std::vector<Nonce> fresh_nonces(std::size_t count);

/// Encrypts `plain` so that only `open` with the same `key` and `context` gives it back.
///
/// Layout: nonce (24 bytes) ‖ ciphertext (`plain.size()` bytes) ‖ tag (16 bytes). `context` is
/// authenticated but not stored: pass the table and the row, so that a sealed value moved to
/// another place no longer opens. Errors: none; throws Failure{internal} on a key that was moved
/// from. Thread: any; no shared state. Source: XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03 §2;
/// 24-byte nonces are long enough to be drawn at random.
Bytes seal(const Key &key, std::string_view context, std::span<const std::byte> plain);

/// The same with a nonce of `fresh_nonces`, which never seals anything else.
Bytes seal(const Key &key, std::string_view context, std::span<const std::byte> plain,
           const Nonce &nonce);

/// Reverses `seal`.
///
/// Errors: Errc::tampered when `sealed` is too short, was altered, or was sealed under another key
/// or context. The cases are not distinguished, and no plaintext is returned. Thread: any.
Result<Bytes> open(const Key &key, std::string_view context, std::span<const std::byte> sealed);

/// Seals one key under another; `owner` names whose key it is and is authenticated.
Bytes wrap(const Key &wrapping, std::string_view owner, const Key &key);

/// Reverses `wrap`; the key goes straight into guarded memory. Errors: Errc::tampered.
Result<Key> unwrap(const Key &wrapping, std::string_view owner, std::span<const std::byte> sealed);

/// Text seen as bytes, and bytes as text. The views live as long as what they look at.
inline std::span<const std::byte> as_bytes(std::string_view text)
{
    return {reinterpret_cast<const std::byte *>(text.data()), text.size()};
}
inline std::string_view as_text(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

} // namespace mvr::vault
