#include "support/json_codec.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_finding.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct CheckLessonArguments {
    std::optional<std::string> unit_id;
};

struct LessonChecked {
    int units = 0;
    int goals = 0;
    std::vector<LessonFinding> findings;
};

/// The same member as the tool takes.
struct CheckLesson {
    static constexpr std::string_view name = "check_lesson";
    using Reply = LessonChecked;
    std::optional<std::string> unit_id;
};

struct CheckLessonReply : LessonChecked {
    Constant<"checked"> status;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::CheckLessonArguments> {
    static constexpr std::tuple members{Member{"unit_id", &tools::CheckLessonArguments::unit_id,
                                               "Only what concerns this unit",
                                               tools::unit_id_bounds}};
};

template <> struct Description<tools::LessonChecked> {
    using T = tools::LessonChecked;
    static constexpr std::tuple members{
        Member{"units", &T::units, "How many were checked"},
        Member{"goals", &T::goals, "How many checkpoints they have that can be judged"},
        Member{"findings", &T::findings, "Obstacles first; empty where all is well"},
    };
};

template <> struct Description<tools::CheckLesson> {
    static constexpr std::tuple members{Member{"unit_id", &tools::CheckLesson::unit_id, ""}};
};

template <> struct Description<tools::CheckLessonReply> {
    using T = tools::CheckLessonReply;
    static constexpr auto members = std::tuple_cat(std::tuple{Member{"status", &T::status, ""}},
                                                   Description<tools::LessonChecked>::members);
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<CheckLesson> begin(Context &, const mcp::Call &, const CheckLessonArguments &arguments)
{
    return CheckLesson{arguments.unit_id};
}

Result<CheckLessonReply> complete(Context &, const mcp::Call &, const CheckLessonArguments &,
                                  const LessonChecked &checked)
{
    CheckLessonReply reply;
    static_cast<LessonChecked &>(reply) = checked;
    return reply;
}

} // namespace

mcp::Tool check_lesson(Executor &executor)
{
    return scene_tool<CheckLessonArguments, CheckLesson, CheckLessonReply>(
        {.name = CheckLesson::name,
         .title = "Check the lesson",
         .description =
             "Look for what would stop a learner or make the lesson worse: units that cannot be "
             "reached, goals whose object is gone or that hold from the start, margins too fine "
             "for a mouse, missing hints, titles and goals, texts that are too long, ids that two "
             "share, missing libraries. Each finding says what to do. Nothing is changed.",
         .scope = access::Scope::lessons_write,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
