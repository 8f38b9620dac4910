#include "support/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace mvr {
namespace {

constexpr bool is_plain(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20U && byte < 0x7FU && c != '"' && c != '\\';
}

/// How many characters stand before the first that cannot be written as it is. Whole blocks at a
/// time, without a branch in them, which the compiler turns into vector instructions.
std::size_t plain_length(std::string_view text)
{
    constexpr std::size_t block = 32;
    std::size_t at = 0;
    for (; at + block <= text.size(); at += block) {
        bool is_all_plain = true;
        for (std::size_t i = at; i < at + block; ++i)
            is_all_plain &= is_plain(text[i]);
        if (!is_all_plain) break;
    }
    while (at < text.size() && is_plain(text[at]))
        ++at;
    return at;
}

bool is_ascii(std::string_view text)
{
    unsigned all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80U;
}

void write_escaped(std::string &out, char c)
{
    static constexpr std::string_view letters = "\"\\bfnrt";
    static constexpr std::string_view meant = "\"\\\b\f\n\r\t";
    const auto letter = meant.find(c);
    if (letter != std::string_view::npos) {
        (out += '\\') += letters[letter];
    } else if (c == '\x7F') {
        out += c;
    } else {
        static constexpr std::string_view digits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        ((out += "\\u00") += digits[byte >> 4U]) += digits[byte & 0x0FU];
    }
}

} // namespace

void write_json_text(std::string &out, std::string_view text)
{
    if (!is_ascii(text)) {
        out += to_text(Json(text)); // which looks whether it is UTF-8
        return;
    }
    out += '"';
    while (!text.empty()) {
        const std::size_t plain = plain_length(text);
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        write_escaped(out, text.front());
        text.remove_prefix(1);
    }
    out += '"';
}

void write_json_number(std::string &out, double value)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
    out += written;
    if (written.find_first_of(".e") == std::string_view::npos) out += ".0";
}

void write_json_integer(std::string &out, std::int64_t value)
{
    std::array<char, 24> digits;
    out.append(digits.data(),
               std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

} // namespace mvr
