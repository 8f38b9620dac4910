#include "support/excerpt.hpp"

#include <algorithm>

namespace mvr {
namespace {

bool continues_character(char byte) { return (byte & 0xC0) == 0x80; }

} // namespace

std::string_view excerpt(std::string_view text, std::size_t most_bytes)
{
    if (text.size() <= most_bytes) return text;
    std::size_t end = most_bytes;
    while (end > 0 && continues_character(text[end]))
        --end;
    return text.substr(0, end);
}

std::string quoted_excerpt(std::string_view text, char mark)
{
    const std::string_view beginning = excerpt(text);
    std::string result(1, mark);
    result.append(beginning).append(beginning.size() < text.size() ? "…" : "");
    return result += mark;
}

std::size_t character_count(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return !continues_character(byte); }));
}

} // namespace mvr
