#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/curriculum.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/lookup.hpp"
#include "tools/objective_complexity.hpp"
#include "tools/work.hpp"

#include <map>

namespace mvr::tools {

struct GetLessonArguments {
    std::optional<std::string> unit_id;
    std::optional<std::string> learner_id;
};

struct CurriculumUnitHere {
    std::string unit_id;
    OrNull<std::string> scene_name;
    OrNull<ObjectiveComplexity> objective_complexity;
};

/// What a stored curriculum says of this lesson's units.
struct CurriculumHere {
    std::string domain_id;
    std::vector<CurriculumUnitHere> units;
    std::vector<Json> cross_references;
};

struct GetLessonReply : Lesson {
    std::vector<CurriculumHere> curricula;
    std::optional<std::vector<std::string>> passed_units;
    std::optional<std::vector<std::string>> ready_units;
    std::optional<std::map<std::string, std::vector<std::string>>> advised_first;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GetLessonArguments> {
    using T = tools::GetLessonArguments;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
    };
};

template <> struct Description<tools::CurriculumUnitHere> {
    using T = tools::CurriculumUnitHere;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""}, Member{"scene_name", &T::scene_name, ""},
        Member{"objective_complexity", &T::objective_complexity, ""}};
};

template <> struct Description<tools::CurriculumHere> {
    using T = tools::CurriculumHere;
    static constexpr std::tuple members{Member{"domain_id", &T::domain_id, ""},
                                        Member{"units", &T::units, ""},
                                        Member{"cross_references", &T::cross_references, ""}};
};

template <> struct Description<tools::GetLessonReply> {
    using T = tools::GetLessonReply;
    static constexpr auto members =
        std::tuple_cat(Description<tools::Lesson>::members,
                       std::tuple{
                           Member{"curricula", &T::curricula, "What process_knowledge_model keeps"},
                           Member{"passed_units", &T::passed_units, ""},
                           Member{"ready_units", &T::ready_units, ""},
                           Member{"advised_first", &T::advised_first, ""},
                       });
};

} // namespace mvr

namespace mvr::tools {
namespace {

std::vector<CurriculumHere> curricula_here(const ReadContext &context, const LessonOutline &lesson)
{
    std::vector<CurriculumHere> domains;
    for (const std::string &domain : context.state().domains()) {
        auto kept = read_curriculum(*context.state().knowledge_structure(domain));
        CurriculumHere here{
            domain, {}, std::move(kept.cross_reference_networks.concept_connections)};
        for (const CurriculumUnit &unit : kept.modular_structure.units) {
            const LessonUnit *scene = lesson.find(unit.unit_id);
            here.units.push_back(
                {unit.unit_id,
                 scene ? OrNull<std::string>(scene->scene_name) : OrNull<std::string>(),
                 objective_complexity(unit.learning_objectives)});
        }
        domains.push_back(std::move(here));
    }
    return domains;
}

Result<void> keep_only(std::vector<AuthoredUnit> &units, const std::string &unit_id)
{
    std::erase_if(units, [&](const AuthoredUnit &unit) { return unit.unit_id != unit_id; });
    if (!units.empty()) {
        units.erase(units.begin() + 1, units.end());
        return {};
    }
    return Error{Errc::not_found, "there is no unit '" + unit_id + "' in this file", "unit_id",
                 "Leave unit_id out to see which units there are."};
}

Result<GetLessonReply> read_lesson(const ReadContext &context, const mcp::Call &call,
                                   const GetLessonArguments &arguments)
{
    if (arguments.learner_id) {
        auto known = known_learner(context, call, *arguments.learner_id);
        if (!known) return known.error();
    }
    auto lesson = open_lesson(context);
    if (!lesson) return lesson.error();
    GetLessonReply reply{**lesson, {}, {}, {}, {}};
    const auto outline = outline_of(**lesson, context.state());
    if (arguments.unit_id) {
        if (auto kept = keep_only(reply.units, *arguments.unit_id); !kept) return kept.error();
    }
    reply.curricula = curricula_here(context, outline);
    if (arguments.learner_id) {
        Readiness ready = readiness(outline, context.state().find(*arguments.learner_id));
        reply.passed_units = std::move(ready.done);
        reply.ready_units = std::move(ready.ready);
        reply.advised_first = std::move(ready.advised);
    }
    return reply;
}

} // namespace

mcp::Tool get_lesson(Executor &executor)
{
    return read_tool(
        {.name = "get_lesson",
         .title = "Read the lesson",
         .description =
             "The lesson in the open Blender file: its units in prerequisite order, with "
             "objectives, hints and checkpoints. With a learner, also what that learner has "
             "passed and may start.",
         .scope = access::Scope::lessons_read,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, read_lesson);
}

} // namespace mvr::tools
