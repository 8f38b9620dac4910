#include "mcp/header_values.hpp"

#include <cstdint>

namespace mvr::mcp {
namespace {

constexpr std::string_view prefix = "=?base64?";
constexpr std::string_view suffix = "?=";
constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// RFC 4648 §4, and nothing lenient: padding complete, unused bits zero (§3.5), so that one value
/// has one spelling.
std::optional<std::string> decode_base64(std::string_view text)
{
    if (text.size() % 4 != 0) return {};
    while (!text.empty() && text.back() == '=') {
        text.remove_suffix(1);
        if (text.size() % 4 == 1) return {};
    }
    std::string bytes;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char letter : text) {
        const auto value = alphabet.find(letter);
        if (value == std::string_view::npos) return {};
        pending = (pending << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<char>(pending >> static_cast<unsigned>(bits)));
        pending &= (1U << static_cast<unsigned>(bits)) - 1U;
    }
    if (pending != 0) return {};
    return bytes;
}

} // namespace

std::optional<std::string> decode_header_value(std::string_view value)
{
    if (value.size() < prefix.size() + suffix.size() || !value.starts_with(prefix) ||
        !value.ends_with(suffix)) {
        return std::string(value);
    }
    value.remove_prefix(prefix.size());
    value.remove_suffix(suffix.size());
    return decode_base64(value);
}

} // namespace mvr::mcp
