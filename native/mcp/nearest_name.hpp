#pragma once

#include "support/json.hpp"

#include <string>

namespace mvr::mcp {

/// The one of `names` (an array of strings) that `name` is most likely a misspelling of, by
/// Levenshtein's distance; empty if none is near.
std::string nearest_name(const std::string &name, const Json &names);

} // namespace mvr::mcp
