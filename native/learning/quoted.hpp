#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mvr::learning {

/// The first 40 bytes of a rejected text in quotation marks, never cut inside a character of UTF-8:
/// what came in may be a megabyte long. Thread: any.
inline std::string quoted(std::string_view text)
{
    std::size_t cut = text.size() > 40 ? 40 : text.size();
    while (cut > 0 && cut < text.size() && (text[cut] & 0xC0) == 0x80)
        --cut;
    std::string result(1, '"');
    result.append(text.substr(0, cut)).append(cut < text.size() ? "…\"" : "\"");
    return result;
}

} // namespace mvr::learning
