#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

struct GoalOrder {
    std::string unit_id;
    std::vector<std::string> checkpoint_ids;
};

struct OrderGoalsArguments : GoalOrder {};

/// The same members as the tool takes.
struct OrderGoals : GoalOrder {
    static constexpr std::string_view name = "order_goals";
    using Fields = GoalOrder;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GoalOrder> {
    using T = tools::GoalOrder;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"checkpoint_ids", &T::checkpoint_ids, "Every goal of the unit, once",
               items(1, 1000).each(tools::checkpoint_id_bounds)},
    };
};

template <> struct Description<tools::OrderGoalsArguments> : Description<tools::GoalOrder> {};
template <> struct Description<tools::OrderGoals> : Description<tools::GoalOrder> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool order_goals(Executor &executor)
{
    return lesson_tool<OrderGoalsArguments, OrderGoals>(
        "Put a unit's goals into an order",
        "Say in which order learners see the goals of a unit; its objectives follow.", executor);
}

} // namespace mvr::tools
