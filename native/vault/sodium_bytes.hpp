#pragma once

#include <cstddef>
#include <span>

namespace mvr::vault {

/// Bytes as libsodium takes them.
inline unsigned char *raw(std::byte *bytes) { return reinterpret_cast<unsigned char *>(bytes); }
inline const unsigned char *raw(const std::byte *bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes);
}
inline const unsigned char *raw(std::span<const std::byte> bytes) { return raw(bytes.data()); }

} // namespace mvr::vault
