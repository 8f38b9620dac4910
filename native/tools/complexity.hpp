#pragma once

#include "support/json.hpp"

namespace mvr::tools {

/// How demanding a unit's objectives are: {"level", "score", "objectives": [{"objective",
/// "level"}]}, where a level is one of remember, understand, apply, analyze, evaluate, create, read
/// from the objective's leading verb, and the score is its rank over six, in (0, 1]. The unit has
/// its highest. Null when no objective begins with a verb that the list knows.
/// Source: the verbs of Bloom's revised taxonomy, Anderson & Krathwohl 2001, table 5.1.
Json complexity_json(const Json &unit);

} // namespace mvr::tools
