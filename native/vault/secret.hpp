#pragma once

// vault: all of the cryptography: keys, sealing, the hash chain, pseudonyms, tokens. It takes and
// returns values. It knows nothing of files, SQL, threads or JSON.

#include "support/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::vault {

using Bytes = std::vector<std::byte>;

/// 256 secret bits in guarded memory: never swapped out where the system allows it (a failed mlock
/// is tolerated), fenced by inaccessible pages, zeroed on release. Moved, never copied.
///
/// Using a key that was moved from throws Failure{internal}.
/// Thread: one at a time.
class Key {
  public:
    static constexpr std::size_t size_bytes = 32;

    /// Zeroed. Throws Failure{internal} if there is no memory.
    Key();
    ~Key();
    Key(Key &&other) noexcept;
    Key &operator=(Key &&other) noexcept;
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;

    std::span<const std::byte, size_bytes> bytes() const;
    std::span<std::byte, size_bytes> writable();

  private:
    std::byte *bytes_ = nullptr;
};

/// A fresh key from the system's random generator. Thread: any.
Key random_key();

/// Errors: Errc::invalid_argument unless there are exactly 32 bytes.
Result<Key> key_from_bytes(std::span<const std::byte> bytes);

/// Errors: Errc::invalid_argument unless `hex` is exactly 64 hexadecimal digits.
Result<Key> key_from_hex(std::string_view hex);

/// An independent key for one purpose; the same every time, and of no help in finding `parent`.
/// Source: BLAKE2b-256 keyed with `parent` over `purpose` (RFC 7693 §2.9).
Key derive(const Key &parent, std::string_view purpose);

/// Overwrites a secret that had to be text for a while, and empties it. Thread: any.
void wipe(std::string &secret);

/// Lower-case hexadecimal.
std::string to_hex(std::span<const std::byte> bytes);

} // namespace mvr::vault
