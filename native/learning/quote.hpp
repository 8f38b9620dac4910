#pragma once

// For the sources of this room only.

#include <cstddef>
#include <string>
#include <string_view>

namespace mvr::learning {

/// The beginning of a refused text in quotation marks: what came in may be a megabyte long.
inline std::string quoted(std::string_view text)
{
    std::size_t cut = text.size() > 40 ? 40 : text.size();
    // Not in the middle of a character of UTF-8.
    while (cut > 0 && cut < text.size() && (text[cut] & 0xC0) == 0x80)
        --cut;
    std::string result(1, '"');
    result.append(text.substr(0, cut)).append(cut < text.size() ? "…\"" : "\"");
    return result;
}

} // namespace mvr::learning
