#pragma once

#include "vault/secret.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace mvr::store {

/// Adds bytes to a packed form.
inline void put(vault::Bytes &out, std::span<const std::byte> bytes)
{
    const std::size_t before = out.size();
    out.resize(before + bytes.size()); // of an insert at the end g++ 12 warns wrongly
    std::ranges::copy(bytes, out.data() + before);
}

/// Adds the low `count` bytes of a number, the lowest first.
inline void put_number(vault::Bytes &out, std::uint64_t number, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(static_cast<std::byte>(number >> (8 * i)));
}

} // namespace mvr::store
