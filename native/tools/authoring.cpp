#include "learning/duration.hpp"
#include "scene/condition.hpp"
#include "tools/all.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

Schema point() { return array(number().between(-1e6, 1e6)).size(3, 3); }

/// What Blender changed goes into the record; the scene itself is the author's file.
Json authored(const Context &context, const char *tool, const Json &reply, Json result)
{
    result["event_ids"] = context.keep(
        store::new_event("", store::SceneAuthored{tool, text_or_empty(reply, "scene_name"),
                                                  text_or_empty(reply, "unit_id"), reply}));
    return result;
}

Schema unit_data()
{
    return object({
        req("unit_id", unit_id()),
        req("learning_objectives", array(string().length(1, 512)).size(1, 64)),
        opt("prerequisite_units", array(unit_id()).size(0, 256)),
        opt("estimated_duration", string().length(1, 32).describe("\"15_minutes\", \"1_hour\"")),
        opt("title", string().length(1, 128)),
        opt("learning_event", learning_event()),
        opt("instructions", string().length(0, 4000)),
        opt("hints", array(string().length(1, 1000)).size(0, 16).describe("From vague to exact")),
    });
}

Schema scene_configuration()
{
    return object({
        opt("scene_name", string().length(1, 63)),
        opt("asset", string().length(1, 64).describe("A shipped asset, \"bolted_flange\"")),
        opt("start_poses", any_object().describe("Object name to {location [m], rotation "
                                                 "[w,x,y,z], hidden}: how the unit starts")),
        opt("camera", string().length(1, 63).describe("The object to look through")),
        opt("replace", boolean().describe("Change an existing unit instead of refusing")),
    });
}

Result<SceneCommand> prepare_node(const Json &arguments)
{
    const Json &unit = arguments.at("unit_data");
    auto duration =
        learning::parse_duration(unit.value("estimated_duration", std::string("15_minutes")));
    if (!duration) {
        Error error = std::move(duration).error();
        error.field = "unit_data.estimated_duration";
        return error;
    }
    return SceneCommand{
        "create_knowledge_node",
        {{"unit_data", unit},
         {"scene_configuration", object_or_empty(arguments, "scene_configuration")}}};
}

Tool create_node(const Context &context)
{
    const auto trigger =
        object({req("trigger_object_name", string()), req("checkpoint_id", string())}).open();
    return {
        .name = "create_blender_knowledge_node",
        .title = "Create a learning unit",
        .description =
            "Make a Blender scene a learning unit: objectives, prerequisites and duration "
            "become custom properties that any script can read. Prerequisites must exist "
            "already; a cycle is refused with its path.",
        .input_schema = object(
            {req("unit_data", unit_data()), opt("scene_configuration", scene_configuration())}),
        .output_schema = or_error(recorded_result(
            {req("status", string().one_of({"created", "replaced"})), req("unit_id", string()),
             req("scene_name", string()), req("metadata_embedded", boolean()),
             req("assessment_triggers", array(trigger)), req("objects", names()),
             req("prerequisite_order", names()), req("creation_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = prepare_node,
        .conclude = [&context](const Json &, const Json &reply) -> Result<Json> {
            Json result = {{"status", reply.value("replaced", false) ? "replaced" : "created"},
                           {"unit_id", reply.at("unit_id")},
                           {"scene_name", reply.at("scene_name")},
                           {"metadata_embedded", reply.at("metadata_embedded")},
                           {"assessment_triggers", reply.at("assessment_triggers")},
                           {"objects", reply.at("objects")},
                           {"prerequisite_order", reply.at("order")},
                           {"creation_timestamp", context.timestamp()}};
            return authored(context, "create_blender_knowledge_node", reply, std::move(result));
        },
    };
}

Result<SceneCommand> prepare_trigger(const Json &arguments)
{
    const Json &config = arguments.at("assessment_config");
    if (config.contains("trigger_conditions")) {
        auto compiled =
            scene::compile(config.at("trigger_conditions"), "assessment_config.trigger_conditions");
        if (!compiled) return std::move(compiled).error();
    }
    return SceneCommand{
        "create_assessment_trigger",
        {{"assessment_config", config},
         {"spatial_configuration", object_or_empty(arguments, "spatial_configuration")}}};
}

Tool create_trigger(const Context &context)
{
    const auto config = object({
        req("assessment_type", assessment_type()),
        req("learning_objective", string().length(1, 512)),
        opt("trigger_conditions",
            any_object().describe(
                "What must be true in the scene, as data: {\"all\": [{\"distance\": "
                "{\"object\", \"to\", \"max\", \"unit\"}}, …]}; predicates: all any not "
                "distance angle inside moved turned in_view visible property "
                "parented has_material mode tool count order duration")),
        opt("unit_id", unit_id()),
        opt("skill", string().length(1, 128).describe("What it is evidence of. Default: the unit")),
        opt("difficulty", number().between(1.0, 10.0).describe("1 easy to 10 hard")),
    });
    const auto place = object({opt("location", point()), opt("rotation", point()),
                               opt("scale", point()), opt("scene_name", string().length(1, 63))});
    return {
        .name = "create_assessment_trigger",
        .title = "Create a checkpoint",
        .description =
            "Put an assessment trigger into a unit's scene: a hidden object that carries "
            "the conditions. They are checked here: a malformed one, or one that names an "
            "object that is not there, is refused with its place in the JSON.",
        .input_schema =
            object({req("assessment_config", config), opt("spatial_configuration", place)}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("created")), req("assessment_type", string()),
             req("learning_objective", string()), req("trigger_object_name", string()),
             req("checkpoint_id", string()), req("unit_id", string()), req("scene_name", string()),
             req("objects", names()), req("spatial_configuration", any_object()),
             req("creation_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = prepare_trigger,
        .conclude = [&context](const Json &arguments, const Json &reply) -> Result<Json> {
            Json result = {
                {"status", "created"},
                {"assessment_type", reply.at("assessment_type")},
                {"learning_objective", reply.at("learning_objective")},
                {"trigger_object_name", reply.at("trigger_object_name")},
                {"checkpoint_id", reply.at("checkpoint_id")},
                {"unit_id", reply.at("unit_id")},
                {"scene_name", reply.at("scene_name")},
                {"objects", reply.at("objects")},
                {"spatial_configuration", object_or_empty(arguments, "spatial_configuration")},
                {"creation_timestamp", context.timestamp()}};
            return authored(context, "create_assessment_trigger", reply, std::move(result));
        },
    };
}

} // namespace

void add_authoring_tools(ToolTable &table, const Context &context)
{
    table.add(create_node(context));
    table.add(create_trigger(context));
}

} // namespace mvr::tools
