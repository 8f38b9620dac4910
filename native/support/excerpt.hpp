#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What came in may be a megabyte long; a sentence shows its beginning. Thread: any.

namespace mvr {

/// At most the first `most_bytes` of `text`, never cut inside a character of UTF-8.
std::string_view excerpt(std::string_view text, std::size_t most_bytes = 64);

/// The same between two `mark`s, with "…" where something was left out.
std::string quoted_excerpt(std::string_view text, char mark = '\'');

/// Characters of UTF-8.
std::size_t character_count(std::string_view text);

} // namespace mvr
