#include "learning/duration.hpp"
#include "store/learning_texts.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

struct UnitUpdate {
    std::string unit_id;
    std::optional<std::string> title;
    std::optional<std::string> instructions;
    std::optional<std::vector<std::string>> learning_objectives;
    std::optional<std::vector<std::string>> prerequisite_units;
    std::optional<std::string> estimated_duration;
    std::optional<learning::LearningPhase> learning_event;
    std::optional<std::vector<std::string>> hints;
    std::optional<std::string> module;
    std::optional<bool> adaptation_optional;
};

struct UpdateUnitArguments : UnitUpdate {};

/// The same members as the tool takes.
struct UpdateUnit : UnitUpdate {
    static constexpr std::string_view name = "update_unit";
    using Fields = UnitUpdate;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::UnitUpdate> {
    using T = tools::UnitUpdate;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"title", &T::title, "", text(0, 128)},
        Member{"instructions", &T::instructions, "", text(0, 4000)},
        Member{"learning_objectives", &T::learning_objectives, "In their order",
               items(0, 64).each(tools::objective_bounds)},
        Member{"prerequisite_units", &T::prerequisite_units, "Units to pass before",
               items(0, 256).each(tools::unit_id_bounds)},
        Member{"estimated_duration", &T::estimated_duration, learning::duration_examples,
               tools::duration_bounds},
        Member{"learning_event", &T::learning_event, ""},
        Member{"hints", &T::hints, "From vague to exact; an empty list removes them",
               items(0, 16).each(text(1, 1000))},
        Member{"module", &T::module, "Empty: of none", text(0, 128)},
        Member{"adaptation_optional", &T::adaptation_optional,
               "A learner may work without adaptation"},
    };
};

template <> struct Description<tools::UpdateUnitArguments> : Description<tools::UnitUpdate> {};
template <> struct Description<tools::UpdateUnit> : Description<tools::UnitUpdate> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool update_unit(Executor &executor)
{
    return lesson_tool<UpdateUnitArguments, UpdateUnit>(
        "Change a unit",
        "Change what a unit says of itself; what is left out stays as it is, its goals too. "
        "Prerequisites must exist already; a cycle is rejected with its path.",
        executor, {.destructive = true, .idempotent = true});
}

} // namespace mvr::tools
