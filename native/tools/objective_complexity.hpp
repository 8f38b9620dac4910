#pragma once

#include "support/describe.hpp"
#include "support/wire_types.hpp"

#include <span>
#include <string>
#include <vector>

namespace mvr::tools {

struct ObjectiveLevel {
    std::string objective;
    OrNull<std::string> level;
};

/// How demanding a unit's objectives are. A level is one of remember, understand, apply, analyze,
/// evaluate, create, read from the objective's leading verb; the score is its rank over six, in
/// (0, 1]. The unit has its highest.
struct ObjectiveComplexity {
    std::string level;
    double score = 0;
    std::vector<ObjectiveLevel> objectives;
};

/// Nothing when no objective begins with a verb that the list knows.
/// Source: the verbs of Bloom's revised taxonomy, Anderson & Krathwohl 2001, table 5.1.
/// Thread: any.
std::optional<ObjectiveComplexity> objective_complexity(std::span<const std::string> objectives);

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ObjectiveLevel> {
    using T = tools::ObjectiveLevel;
    static constexpr std::tuple members{Member{"objective", &T::objective, ""},
                                        Member{"level", &T::level, ""}};
};

template <> struct Description<tools::ObjectiveComplexity> {
    using T = tools::ObjectiveComplexity;
    static constexpr std::tuple members{Member{"level", &T::level, ""},
                                        Member{"score", &T::score, "", numbers(0, 1)},
                                        Member{"objectives", &T::objectives, ""}};
};

} // namespace mvr
