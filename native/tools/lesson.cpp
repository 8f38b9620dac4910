#include "learning/prerequisites.hpp"
#include "tools/all.hpp"
#include "tools/vocabulary.hpp"

#include <set>
#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

/// What the learner has passed and may start, from the lesson as it stands in the file.
Json readiness(const store::LearnerState *learner, const Json &lesson)
{
    std::vector<learning::Unit> units;
    for (const Json &unit : lesson.at("units")) {
        units.push_back({unit.at("unit_id"), unit.at("prerequisite_units")});
    }
    const auto passed = passed_units(learner);
    const std::set<std::string, std::less<>> mastered(passed.begin(), passed.end());
    return {{"passed_units", passed}, {"ready_units", learning::ready_units(units, mastered)}};
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
             opt("passed_units", names()), opt("ready_units", names())})),
        .annotations = {.read_only = true, .idempotent = true},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            if (arguments.contains("learner_id")) {
                auto known = known_learner(context, arguments.at("learner_id"));
                if (!known) return known.error();
            }
            Json wanted = Json::object();
            if (arguments.contains("unit_id")) wanted["unit_id"] = arguments.at("unit_id");
            return SceneCommand{"read_lesson", std::move(wanted)};
        },
        .conclude = [&context](const Json &arguments, const Json &reply) -> Result<Json> {
            Json lesson = reply;
            if (!lesson.contains("problems")) lesson["problems"] = Json::array();
            if (arguments.contains("learner_id")) {
                const std::string learner = arguments.at("learner_id");
                lesson.update(readiness(context.state().find(learner), reply));
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
            "Save the open file to its own path, or under a name in the lessons folder of "
            "the record. No other place can be written to.",
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
            const auto recorded = context.ledger->record(
                store::new_event("", store::SceneAuthored{"save_lesson", "", "", reply}));
            return with_recording({{"status", "saved"},
                                   {"path", reply.at("path")},
                                   {"size_bytes", reply.at("size_bytes")}},
                                  recorded);
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
