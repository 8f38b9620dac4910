#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"
#include "tools/lesson_finding.hpp"

#include <string>

namespace mvr::tools {

/// A finding of the lesson's check, by what tells it from the others.
struct NamedFinding {
    FindingKind kind = FindingKind::goal_broken;
    std::string unit_id;
    std::string scene_name;
    std::string object_name;
};

struct FixFindingArguments : NamedFinding {};

/// The same members as the tool takes.
struct FixFinding : NamedFinding {
    static constexpr std::string_view name = "fix_finding";
    using Fields = NamedFinding;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::NamedFinding> {
    using T = tools::NamedFinding;
    static constexpr std::tuple members{
        Member{"kind", &T::kind, "As check_lesson names it"},
        Member{"unit_id", &T::unit_id, "", text(0, 128).or_default()},
        Member{"scene_name", &T::scene_name, "", text(0, 63).or_default()},
        Member{"object_name", &T::object_name, "", text(0, 63).or_default()},
    };
};

template <> struct Description<tools::FixFindingArguments> : Description<tools::NamedFinding> {};
template <> struct Description<tools::FixFinding> : Description<tools::NamedFinding> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool fix_finding(Executor &executor)
{
    return lesson_tool<FixFindingArguments, FixFinding>(
        "Mend what a check found",
        "Mend a finding of check_lesson that says in fix what is done: the lesson is checked "
        "again, "
        "and the finding must still be there.",
        executor, {.destructive = true, .idempotent = true});
}

} // namespace mvr::tools
