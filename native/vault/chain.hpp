#pragma once

#include "vault/secret.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>

namespace mvr::vault {

using Hash = std::array<std::byte, 32>;

/// The hash that stands before the first link.
inline constexpr Hash chain_start{};

/// BLAKE2b-256 (RFC 7693) of `bytes`. Thread: any.
Hash hash_of(std::span<const std::byte> bytes);

/// A code that only somebody with `key` can make of `bytes`. Thread: any.
/// Source: BLAKE2b-256 keyed with `key` (RFC 7693 §2.9).
Hash keyed_hash(const Key &key, std::span<const std::byte> bytes);

/// The next link: it changes when any earlier link or any field changes, or when bytes move from
/// one field to its neighbour.
///
/// Thread: any.
/// Source: BLAKE2b-256 (RFC 7693) over `previous` ‖ for each field: its length (8 bytes, little
/// endian) ‖ its bytes.
Hash link(const Hash &previous, std::initializer_list<std::span<const std::byte>> fields);

} // namespace mvr::vault
