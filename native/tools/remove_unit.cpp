#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <string>

namespace mvr::tools {

struct RemovedUnit {
    std::string unit_id;
};

struct RemoveUnitArguments : RemovedUnit {};

/// The same members as the tool takes.
struct RemoveUnit : RemovedUnit {
    static constexpr std::string_view name = "remove_unit";
    using Fields = RemovedUnit;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::RemovedUnit> {
    using T = tools::RemovedUnit;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
    };
};

template <> struct Description<tools::RemoveUnitArguments> : Description<tools::RemovedUnit> {};
template <> struct Description<tools::RemoveUnit> : Description<tools::RemovedUnit> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool remove_unit(Executor &executor)
{
    return lesson_tool<RemoveUnitArguments, RemoveUnit>(
        "Remove a unit",
        "Take a unit off its scene, with its goals and hints. The scene and its objects stay; "
        "units "
        "that needed it need what it needed. A person can take it back with Undo.",
        executor, {.destructive = true});
}

} // namespace mvr::tools
