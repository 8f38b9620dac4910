#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"
#include "tools/trigger_conditions.hpp"
#include "tools/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

struct GoalUpdate {
    std::string checkpoint_id;
    std::optional<std::string> learning_objective;
    std::optional<AssessmentType> assessment_type;
    std::optional<TriggerConditions> trigger_conditions;
    std::optional<std::string> skill;
    std::optional<int> difficulty;
    std::optional<std::vector<std::string>> hints;
};

struct UpdateGoalArguments : GoalUpdate {};

/// The same members as the tool takes.
struct UpdateGoal : GoalUpdate {
    static constexpr std::string_view name = "update_goal";
    using Fields = GoalUpdate;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GoalUpdate> {
    using T = tools::GoalUpdate;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, tools::checkpoint_id_sentence,
               tools::checkpoint_id_bounds},
        Member{"learning_objective", &T::learning_objective, "The unit's list follows",
               tools::objective_bounds},
        Member{"assessment_type", &T::assessment_type, ""},
        Member{"trigger_conditions", &T::trigger_conditions, ""},
        Member{"skill", &T::skill, "What it is evidence of. Empty: the unit", text(0, 128)},
        Member{"difficulty", &T::difficulty, "1 easy to 10 hard; 0 leaves it open", numbers(0, 10)},
        Member{"hints", &T::hints, "From vague to exact; empty: the unit's",
               items(0, 16).each(text(1, 1000))},
    };
};

template <> struct Description<tools::UpdateGoalArguments> : Description<tools::GoalUpdate> {};
template <> struct Description<tools::UpdateGoal> : Description<tools::GoalUpdate> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool update_goal(Executor &executor)
{
    return lesson_tool<UpdateGoalArguments, UpdateGoal>(
        "Change a goal",
        "Change a goal (an assessment trigger); what is left out stays as it is. Conditions are "
        "checked as by create_assessment_trigger.",
        executor, {.destructive = true, .idempotent = true});
}

} // namespace mvr::tools
