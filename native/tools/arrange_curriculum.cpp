#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <array>
#include <map>
#include <string>

namespace mvr::tools {

struct CurriculumPlaces {
    std::map<std::string, std::array<double, 2>> places;
};

struct ArrangeCurriculumArguments : CurriculumPlaces {};

/// The same members as the tool takes.
struct ArrangeCurriculum : CurriculumPlaces {
    static constexpr std::string_view name = "arrange_curriculum";
    using Fields = CurriculumPlaces;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::CurriculumPlaces> {
    using T = tools::CurriculumPlaces;
    static constexpr std::tuple members{
        Member{"places", &T::places,
               "Of units' nodes by unit_id: x and y in the node editor's units. Empty: all are put "
               "into columns",
               numbers(-1e6, 1e6).or_default()},
    };
};

template <>
struct Description<tools::ArrangeCurriculumArguments> : Description<tools::CurriculumPlaces> {};
template <> struct Description<tools::ArrangeCurriculum> : Description<tools::CurriculumPlaces> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool arrange_curriculum(Executor &executor)
{
    return lesson_tool<ArrangeCurriculumArguments, ArrangeCurriculum>(
        "Arrange the curriculum's nodes",
        "Put the units' nodes in the curriculum's node editor into their places, or tidy them; a "
        "file "
        "without a curriculum gets one. Links and frames show prerequisites and modules by "
        "themselves.",
        executor);
}

} // namespace mvr::tools
