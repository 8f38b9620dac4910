#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <string>

namespace mvr::tools {

struct HintedGoal {
    std::string checkpoint_id;
};

struct MakeHintsArguments : HintedGoal {};

/// The same members as the tool takes.
struct MakeHints : HintedGoal {
    static constexpr std::string_view name = "make_hints";
    using Fields = HintedGoal;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::HintedGoal> {
    using T = tools::HintedGoal;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, tools::checkpoint_id_sentence,
               tools::checkpoint_id_bounds},
    };
};

template <> struct Description<tools::MakeHintsArguments> : Description<tools::HintedGoal> {};
template <> struct Description<tools::MakeHints> : Description<tools::HintedGoal> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool make_hints(Executor &executor)
{
    return lesson_tool<MakeHintsArguments, MakeHints>(
        "Make hints from a goal",
        "Make a goal's hints of its condition: sentences where its unit has none, and a frame, an "
        "arrow and a ghost in the scene, hidden until a learner asks. Made before, they are made "
        "anew.",
        executor);
}

} // namespace mvr::tools
