#pragma once

#include "support/result.hpp"

#include <chrono>
#include <string_view>

namespace mvr::learning {

inline constexpr std::chrono::seconds longest_duration = std::chrono::hours(24);

/// Reads an estimated duration as the pathway specification writes it: "15_minutes", "1_hour",
/// "90_seconds": a whole number, `_`, and second(s), minute(s) or hour(s); from 1 s to 24 h.
/// Errors: Errc::invalid_argument; `field` is the caller's to fill. Thread: any.
Result<std::chrono::seconds> parse_duration(std::string_view text);

} // namespace mvr::learning
