#pragma once

#include "store/sealed_row.hpp"

#include <optional>
#include <string_view>

namespace mvr::store {

inline constexpr std::string_view tombstone_mark = "MVRtomb2"; ///< how a packed one begins
inline constexpr std::size_t longest_cause_bytes = 500;

/// One tombstone as bytes: mark, kind (1), has a link (1), stream, first and last sequence (8
/// each), time (8), link (32), signature (64), length of the cause (2), cause. Numbers little
/// endian.
vault::Bytes pack(const Tombstone &tombstone);

/// Reads what `pack` wrote from the beginning of `bytes`; nothing if it is not that. Says nothing
/// of the signature.
std::optional<Tombstone> unpack(std::span<const std::byte> bytes);

} // namespace mvr::store
