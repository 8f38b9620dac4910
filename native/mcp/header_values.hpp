#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mvr::mcp {

/// The value that a header such as Mcp-Name stands for: `=?base64?…?=` is decoded (standard
/// alphabet, exact padding), anything else is taken as it is. Empty if the base64 is malformed.
std::optional<std::string> decode_header_value(std::string_view value);

} // namespace mvr::mcp
