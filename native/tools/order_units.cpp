#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

struct UnitOrder {
    std::vector<std::string> unit_ids;
};

struct OrderUnitsArguments : UnitOrder {};

/// The same members as the tool takes.
struct OrderUnits : UnitOrder {
    static constexpr std::string_view name = "order_units";
    using Fields = UnitOrder;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::UnitOrder> {
    using T = tools::UnitOrder;
    static constexpr std::tuple members{
        Member{"unit_ids", &T::unit_ids, "Every unit of the file, once",
               items(1, 1000).each(tools::unit_id_bounds)},
    };
};

template <> struct Description<tools::OrderUnitsArguments> : Description<tools::UnitOrder> {};
template <> struct Description<tools::OrderUnits> : Description<tools::UnitOrder> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool order_units(Executor &executor)
{
    return lesson_tool<OrderUnitsArguments, OrderUnits>(
        "Put the units into an order",
        "Say in which order the units come. No unit comes before one that it needs. Where each "
        "unit "
        "needed just the one before it, it stays so in the new order.",
        executor);
}

} // namespace mvr::tools
