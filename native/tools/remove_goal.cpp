#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <string>

namespace mvr::tools {

struct RemovedGoal {
    std::string checkpoint_id;
};

struct RemoveGoalArguments : RemovedGoal {};

/// The same members as the tool takes.
struct RemoveGoal : RemovedGoal {
    static constexpr std::string_view name = "remove_goal";
    using Fields = RemovedGoal;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::RemovedGoal> {
    using T = tools::RemovedGoal;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, tools::checkpoint_id_sentence,
               tools::checkpoint_id_bounds},
    };
};

template <> struct Description<tools::RemoveGoalArguments> : Description<tools::RemovedGoal> {};
template <> struct Description<tools::RemoveGoal> : Description<tools::RemovedGoal> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool remove_goal(Executor &executor)
{
    return lesson_tool<RemoveGoalArguments, RemoveGoal>(
        "Remove a goal",
        "Take a goal away, with its conditions, the shapes that hint at it, and its objective "
        "where "
        "no other goal shows that. A person can take it back with Undo.",
        executor, {.destructive = true});
}

} // namespace mvr::tools
