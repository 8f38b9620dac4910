#pragma once

#include "vault/secret.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace mvr::store {

/// Adds bytes to a packed form.
inline void put(vault::Bytes &out, std::span<const std::byte> bytes)
{
    out.insert(out.end(), bytes.begin(), bytes.end());
}

/// Adds the low `count` bytes of a number, the lowest first.
inline void put_number(vault::Bytes &out, std::uint64_t number, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(static_cast<std::byte>(number >> (8 * i)));
}

} // namespace mvr::store
