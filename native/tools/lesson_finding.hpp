#pragma once

// What a lesson's check finds.

#include "support/describe.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::tools {

/// What may be wrong with a lesson.
enum class FindingKind {
    prerequisite_missing,
    prerequisite_cycle,
    prerequisite_without_goal,
    unit_without_goal,
    goal_broken,
    goal_object_gone,
    goal_true_at_start,
    margin_too_fine,
    no_hint,
    objective_without_goal,
    title_empty,
    text_too_long,
    unit_id_shared,
    checkpoint_id_shared,
    library_missing,
};

/// Whether a learner meets it as an obstacle, or the lesson would only be better without it.
enum class FindingWeight { obstacle, advice };

struct LessonFinding {
    FindingKind kind = FindingKind::goal_broken;
    FindingWeight weight = FindingWeight::obstacle;
    std::string unit_id;
    std::string scene_name;
    std::string object_name; ///< the goal, or the object that it names
    std::string sentence;
    std::string remedy;
    std::string fix; ///< what *Fix* would do; empty where only the author can mend it
};

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::FindingKind> : TextsInOrder<tools::FindingKind> {
    static constexpr std::array<std::string_view, 15> texts{
        "prerequisite_missing",   "prerequisite_cycle",   "prerequisite_without_goal",
        "unit_without_goal",      "goal_broken",          "goal_object_gone",
        "goal_true_at_start",     "margin_too_fine",      "no_hint",
        "objective_without_goal", "title_empty",          "text_too_long",
        "unit_id_shared",         "checkpoint_id_shared", "library_missing",
    };
};
template <> struct EnumText<tools::FindingWeight> : TextsInOrder<tools::FindingWeight> {
    static constexpr std::array<std::string_view, 2> texts{"obstacle", "advice"};
};

template <> struct Description<tools::LessonFinding> {
    using T = tools::LessonFinding;
    static constexpr std::tuple members{
        Member{"kind", &T::kind, ""},
        Member{"weight", &T::weight, "An obstacle stops a learner; advice makes it better"},
        Member{"unit_id", &T::unit_id, "Empty where it concerns the file"},
        Member{"scene_name", &T::scene_name, ""},
        Member{"object_name", &T::object_name, "The goal, or the object that it names"},
        Member{"sentence", &T::sentence, ""},
        Member{"remedy", &T::remedy, ""},
        Member{"fix", &T::fix, "What Fix in the panel does; empty where there is none"},
    };
};

} // namespace mvr
