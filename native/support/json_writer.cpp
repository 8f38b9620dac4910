#include "support/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace mvr {
namespace {

bool is_plain(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20U && byte < 0x7FU && c != '"' && c != '\\';
}

} // namespace

void write_json_text(std::string &out, std::string_view text)
{
    if (std::ranges::all_of(text, is_plain)) {
        ((out += '"') += text) += '"';
    } else {
        out += to_text(Json(text));
    }
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
