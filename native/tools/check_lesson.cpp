#include "support/json_codec.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

/// What may be wrong with a lesson.
enum class FindingKind {
    prerequisite_missing,
    prerequisite_cycle,
    prerequisite_without_goal,
    unit_without_goal,
    goal_broken,
    goal_object_gone,
    goal_true_at_start,
    margin_too_fine,
    no_hint,
    objective_without_goal,
    title_empty,
    text_too_long,
    unit_id_shared,
    checkpoint_id_shared,
    library_missing,
};

/// Whether a learner meets it as an obstacle, or the lesson would only be better without it.
enum class FindingWeight { obstacle, advice };

struct CheckLessonArguments {
    std::optional<std::string> unit_id;
};

struct LessonFinding {
    FindingKind kind = FindingKind::goal_broken;
    FindingWeight weight = FindingWeight::obstacle;
    std::string unit_id;
    std::string scene_name;
    std::string object_name; ///< the goal, or the object that it names
    std::string sentence;
    std::string remedy;
    std::string fix; ///< what *Fix* would do; empty where only the author can mend it
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

template <> struct EnumText<tools::FindingKind> : TextsInOrder<tools::FindingKind> {
    static constexpr std::array<std::string_view, 15> texts{
        "prerequisite_missing",   "prerequisite_cycle",   "prerequisite_without_goal",
        "unit_without_goal",      "goal_broken",          "goal_object_gone",
        "goal_true_at_start",     "margin_too_fine",      "no_hint",
        "objective_without_goal", "title_empty",          "text_too_long",
        "unit_id_shared",         "checkpoint_id_shared", "library_missing",
    };
};
template <> struct EnumText<tools::FindingWeight> : TextsInOrder<tools::FindingWeight> {
    static constexpr std::array<std::string_view, 2> texts{"obstacle", "advice"};
};

template <> struct Description<tools::CheckLessonArguments> {
    static constexpr std::tuple members{Member{"unit_id", &tools::CheckLessonArguments::unit_id,
                                               "Only what concerns this unit",
                                               tools::unit_id_bounds}};
};

template <> struct Description<tools::LessonFinding> {
    using T = tools::LessonFinding;
    static constexpr std::tuple members{
        Member{"kind", &T::kind, ""},
        Member{"weight", &T::weight, "An obstacle stops a learner; advice makes it better"},
        Member{"unit_id", &T::unit_id, "Empty where it concerns the file"},
        Member{"scene_name", &T::scene_name, ""},
        Member{"object_name", &T::object_name, "The goal, or the object that it names"},
        Member{"sentence", &T::sentence, ""},
        Member{"remedy", &T::remedy, ""},
        Member{"fix", &T::fix, "What Fix in the panel does; empty where there is none"},
    };
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
