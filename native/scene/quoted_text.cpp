#include "scene/quoted_text.hpp"

#include <algorithm>

namespace mvr::scene {

std::string_view shortened(std::string_view text)
{
    constexpr std::size_t readable_bytes = 64;
    if (text.size() <= readable_bytes) return text;
    std::size_t end = readable_bytes;
    while (end > 0 && (text[end] & 0xC0) == 0x80)
        --end; // never inside a UTF-8 character
    return text.substr(0, end);
}

std::string quoted_text(std::string_view text)
{
    std::string out("'");
    out += shortened(text);
    if (shortened(text).size() < text.size()) out += "…";
    out += '\'';
    return out;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace mvr::scene
