#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <string>

namespace mvr::tools {

struct CapturedUnit {
    std::string unit_id;
};

struct CaptureUnitStartArguments : CapturedUnit {};

/// The same members as the tool takes.
struct CaptureUnitStart : CapturedUnit {
    static constexpr std::string_view name = "capture_unit_start";
    using Fields = CapturedUnit;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::CapturedUnit> {
    using T = tools::CapturedUnit;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
    };
};

template <>
struct Description<tools::CaptureUnitStartArguments> : Description<tools::CapturedUnit> {};
template <> struct Description<tools::CaptureUnitStart> : Description<tools::CapturedUnit> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool capture_unit_start(Executor &executor)
{
    return lesson_tool<CaptureUnitStartArguments, CaptureUnitStart>(
        "Capture a unit's start",
        "Keep how the objects of the unit's scene are now: every learner starts it from here. "
        "Replaces a start that was captured or authored before.",
        executor, {.destructive = true, .idempotent = true});
}

} // namespace mvr::tools
