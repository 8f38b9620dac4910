#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mvr::scene {

/// `text`, cut to what a person can read.
std::string_view shortened(std::string_view text);
/// The same in single quotes.
std::string quoted_text(std::string_view text);
/// UTF-8 characters.
std::size_t characters(std::string_view text);

} // namespace mvr::scene
