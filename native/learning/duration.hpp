#pragma once

#include "support/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace mvr::learning {

inline constexpr std::chrono::seconds longest_duration = std::chrono::hours(24);

/// What a unit takes where its author says nothing, in the form of `duration_text`.
inline constexpr const char *default_duration = "15_minutes";

/// For schemas and forms: what `parse_duration` reads, by example.
inline constexpr const char *duration_examples =
    "\"15_minutes\", \"15 min\", \"1.5 h\", \"1 hour 30 minutes\" or \"PT15M\" (ISO 8601)";

/// Reads an estimated duration as people and models write it, from 1 s to 24 h, to the second:
/// - numbers with units, the larger unit first: "15_minutes" (the pathway specification's form),
///   "15 min", "1 h", "90 s", "1h30m", "1 hour 30 minutes", "1 hour and 30 minutes";
/// - ISO 8601 (ISO 8601-1:2019, 5.5.2): "PT15M", "PT1H30M". Years, months and weeks have no length
///   that a unit could last.
/// The last number may have a fraction with a point or a comma ("1.5 h"). Capitals do not matter.
/// Errors: Errc::invalid_argument; `field` is the caller's to fill. Thread: any.
Result<std::chrono::seconds> parse_duration(std::string_view text);

/// The pathway specification's form, in the largest unit that divides it: "15_minutes", "1_hour",
/// "90_minutes", "1_second". `parse_duration` reads it back.
std::string duration_text(std::chrono::seconds duration);

} // namespace mvr::learning
