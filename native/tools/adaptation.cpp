#include "tools/all.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

/// Everything that a decision puts out, and what only a person or client asks for.
Schema adaptation_data()
{
    return object({
        opt("guidance_level",
            string()
                .one_of({"high", "moderate", "low", "adaptive"})
                .describe("high: hints are offered by themselves; low: on request")),
        opt("support_level",
            string()
                .one_of({"low", "moderate", "high"})
                .describe(
                    "high: the goal is shown; moderate: where to work is marked, if hints are "
                    "offered by themselves")),
        opt("difficulty_adjustment",
            number().between(0.2, 2.0).describe("Above 1 tightens tolerances, at most to half")),
        opt("pacing_adjustment", string().one_of({"slower", "normal", "faster"})),
        opt("target_difficulty", number().between(-10.0, 10.0).describe("Logits")),
        opt("next_unit", unit_id()),
        opt("show_hints", boolean()),
        opt("hint_level", integer().between(1, 3).describe("1 where, 2 what, 3 how")),
    });
}

Result<Json> conclude(const Context &context, const Json &arguments, const Json &reply)
{
    Json result = {{"status", "updated"},
                   {"scene_id", reply.at("scene_id")},
                   {"scene_name", reply.at("scene_name")},
                   {"metadata_updated", reply.at("metadata_updated")},
                   {"properties_modified", reply.at("properties_modified")},
                   {"changes", reply.at("changes")},
                   {"adaptation_applied", reply.at("adaptation_applied")},
                   {"event_ids", Json::array()},
                   {"update_timestamp", context.timestamp()}};
    const std::string session = text_or_empty(reply, "session_id");
    const auto *learner = context.state().find_by_session(session);
    if (learner == nullptr) return result; // nobody learns in it: there is nothing to record
    result["event_ids"] = context.keep(store::new_event(
        learner->learner_id,
        store::SceneAdapted{session, text_or_empty(reply, "unit_id"),
                            arguments.at("learning_progress"),
                            object_or_empty(arguments, "adaptation_data"), reply.at("changes")}));
    return result;
}

} // namespace

void add_adaptation_tool(ToolTable &table, const Context &context)
{
    const auto change = object({req("target", string()), req("property", string()),
                                req("before", any_value()), req("after", any_value())});
    table.add({
        .name = "update_blender_scene_metadata",
        .title = "Adapt a running unit",
        .description =
            "Adapt the running unit to its learner: hints, guidance, support, tolerance, pace, "
            "next unit. Takes a decision's adaptive_parameters as they are. Holds while the "
            "session runs; nothing of it is written into the file. learning_progress is kept in "
            "the learner's record. Says what it changed. A unit that does not run is refused.",
        .input_schema = object(
            {req("scene_id",
                 string().length(1, 128).describe("The running unit's unit_id or scene's name")),
             req("learning_progress", any_object()), opt("adaptation_data", adaptation_data())}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("updated")), req("scene_id", string()),
             req("scene_name", string()), req("metadata_updated", boolean()),
             req("properties_modified", names()), req("changes", array(change)),
             req("adaptation_applied", boolean()), req("update_timestamp", timestamp())})),
        .annotations = {.idempotent = true},
        .runs_on = RunsOn::scene,
        .prepare = [](const Json &arguments) -> Result<SceneCommand> {
            return SceneCommand{
                "update_scene_metadata",
                {{"scene_id", arguments.at("scene_id")},
                 {"learning_progress", arguments.at("learning_progress")},
                 {"adaptation_data", object_or_empty(arguments, "adaptation_data")}}};
        },
        .conclude = [&context](const Json &arguments,
                               const Json &reply) { return conclude(context, arguments, reply); },
    });
}

} // namespace mvr::tools
