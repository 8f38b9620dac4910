#pragma once

#include "support/result.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mvr {

using Json = nlohmann::json;

/// nlohmann's copy, dump and == recurse, and overflow the stack on text of a few kilobytes that
/// nests deeper than some thousand levels (upstream #5387). Nothing deeper than this gets past
/// `parse_json`.
inline constexpr std::size_t json_depth_limit = 64;

/// Parses text that came from outside: UTF-8 JSON, at most `json_depth_limit` deep, no duplicate
/// member names (two parsers could disagree on which one counts), no number beyond double.
///
/// Errors: Errc::invalid_argument for anything else; the message says what and at which byte.
/// Thread: any.
Result<Json> parse_json(std::string_view text);

/// One line of JSON; bytes that are not UTF-8 are replaced, never thrown over.
std::string to_text(const Json &value);

} // namespace mvr
