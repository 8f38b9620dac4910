#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mvr {

/// The one of `names` that `name` is most likely a misspelling of, by Levenshtein's distance; empty
/// if none is near.
std::string nearest_name(std::string_view name, std::span<const std::string_view> names);

} // namespace mvr
