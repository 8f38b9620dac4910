#include "tools/all.hpp"
#include "tools/complexity.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/vocabulary.hpp"

#include <set>
#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

/// What stored curricula say of this lesson's units: cross references, and how demanding their
/// objectives are.
Json curriculum_of(const Context &context, const LessonOutline &lesson)
{
    Json domains = Json::array();
    for (const std::string &domain : context.state().domains()) {
        const Json &architecture = *context.state().knowledge_structure(domain);
        Json units = Json::array();
        for (const Json &unit : object_or_empty(architecture, "modular_structure").at("units")) {
            const std::string id = unit.at("unit_id");
            const LessonUnit *here = lesson.find(id);
            units.push_back({{"unit_id", id},
                             {"scene_name", here ? Json(here->scene_name) : Json(nullptr)},
                             {"objective_complexity", complexity_json(unit)}});
        }
        const Json &references = object_or_empty(architecture, "cross_reference_networks");
        domains.push_back(
            {{"domain_id", domain},
             {"units", std::move(units)},
             {"cross_references", references.value("concept_connections", Json::array())}});
    }
    return domains;
}

Json readiness_json(const Readiness &ready)
{
    return {{"passed_units", ready.done},
            {"ready_units", ready.ready},
            {"advised_first", Json(ready.advised)}};
}

Result<Json> only_unit(const Json &lesson, const std::string &unit_id)
{
    for (const Json &unit : lesson.at("units"))
        if (unit.at("unit_id") == unit_id) return Json::array({unit});
    return Error{Errc::not_found, "there is no unit '" + unit_id + "' in this file", "unit_id",
                 "Leave unit_id out to see which units there are."};
}

Tool get_lesson(const Context &context)
{
    return {
        .name = "get_lesson",
        .title = "Read the lesson",
        .description =
            "The lesson in the open Blender file: its units in prerequisite order, with "
            "objectives, hints and checkpoints. With a learner, also what that learner has "
            "passed and may start.",
        .input_schema = object({opt("unit_id", unit_id()), opt("learner_id", learner_id())}),
        .output_schema = or_error(object(
            {req("file", string()), req("dirty", boolean().describe("Changes not yet saved")),
             req("units", array(any_object())), req("order", names()), req("problems", names()),
             req("curricula", array(any_object()).describe("What process_knowledge_model keeps")),
             opt("passed_units", names()), opt("ready_units", names()),
             opt("advised_first", any_object())})),
        .annotations = {.read_only = true, .idempotent = true},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            if (arguments.contains("learner_id")) {
                auto known = known_learner(context, arguments.at("learner_id"));
                if (!known) return known.error();
            }
            return SceneCommand{"read_lesson", Json::object()};
        },
        .conclude = [&context](const Json &arguments, const Json &reply) -> Result<Json> {
            Json lesson = reply;
            if (!lesson.contains("problems")) lesson["problems"] = Json::array();
            const auto outline = outline_of(reply, context.state());
            if (arguments.contains("unit_id")) {
                auto only = only_unit(reply, arguments.at("unit_id"));
                if (!only) return only.error();
                lesson["units"] = *std::move(only);
            }
            lesson["curricula"] = curriculum_of(context, outline);
            if (arguments.contains("learner_id")) {
                const std::string learner = arguments.at("learner_id");
                lesson.update(readiness_json(readiness(outline, context.state().find(learner))));
            }
            return lesson;
        },
    };
}

Tool save_lesson(const Context &context)
{
    return {
        .name = "save_lesson",
        .title = "Save the lesson",
        .description =
            "Save the open file to its own path, or a copy of it under a plain name beside it. A "
            "file that was never saved needs a file_name and goes into the folder that the "
            "environment variable MALLOC_VR_LESSONS names; where none is named, a person has to "
            "save it once. No other place can be written to.",
        .input_schema = object({opt("file_name", string().length(1, 100).describe(
                                                     "A plain name without folder or extension"))}),
        .output_schema =
            or_error(recorded_result({req("status", constant("saved")), req("path", string()),
                                      req("size_bytes", integer())})),
        .annotations = {.destructive = true, .idempotent = true},
        .runs_on = RunsOn::scene,
        .prepare = [](const Json &arguments) -> Result<SceneCommand> {
            return SceneCommand{"save_lesson", arguments};
        },
        .conclude = [&context](const Json &, const Json &reply) -> Result<Json> {
            return Json{
                {"status", "saved"},
                {"path", reply.at("path")},
                {"size_bytes", reply.at("size_bytes")},
                {"event_ids", context.keep(store::new_event(
                                  "", store::SceneAuthored{"save_lesson", "", "", reply}))}};
        },
    };
}

} // namespace

void add_lesson_tools(ToolTable &table, const Context &context)
{
    table.add(get_lesson(context));
    table.add(save_lesson(context));
}

} // namespace mvr::tools
