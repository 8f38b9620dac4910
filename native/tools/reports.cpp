#include "learning/engagement.hpp"
#include "learning/spatial.hpp"
#include "tools/all.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

std::optional<double> metric(const Json &metrics, const char *name)
{
    const auto found = metrics.find(name);
    return found == metrics.end() ? std::nullopt : std::optional<double>(found->get<double>());
}

Json or_null(const std::optional<double> &value) { return value ? Json(*value) : Json(nullptr); }

Schema metrics(std::initializer_list<const char *> metric_names)
{
    std::vector<Property> members;
    for (const char *name : metric_names)
        members.push_back(opt(name, share()));
    return object(members).open();
}

/// Errors as owner_of_session; Errc::invalid_argument when the session is another learner's.
Result<const store::LearnerState *> reporting_learner(const Context &context, const Json &arguments)
{
    auto owner = owner_of_session(context, arguments.at("session_id"));
    if (!owner || !arguments.contains("learner_id")) return owner;
    if ((*owner)->learner_id == arguments.at("learner_id").get<std::string>()) return owner;
    return Error{Errc::invalid_argument, "the session belongs to another learner", "learner_id",
                 "Give the learner with whom the session was started."};
}

Result<Json> keep_engagement(const Context &context, const Json &arguments)
{
    auto owner = reporting_learner(context, arguments);
    if (!owner) return owner.error();
    const Json &data = arguments.at("interaction_data");
    const auto score = learning::engagement_reading({metric(data, "attention_level"),
                                                     metric(data, "interaction_quality"),
                                                     metric(data, "flow_state_indicators")});
    const std::string learner = (*owner)->learner_id;
    auto ids = context.keep(store::new_event(
        learner, store::EngagementReported{arguments.at("session_id"), data, score}));
    return Json{{"status", "tracked"},
                {"session_id", arguments.at("session_id")},
                {"learner_id", learner},
                {"engagement_score", or_null(score)},
                {"provenance", "reported"},
                {"event_ids", std::move(ids)},
                {"tracking_timestamp", context.timestamp()}};
}

Tool track_engagement(const Context &context)
{
    const auto data = object({opt("attention_level", share()), opt("interaction_quality", share()),
                              opt("flow_state_indicators", share())});
    return {
        .name = "track_engagement",
        .title = "Report engagement",
        .description = "Keep engagement numbers that you observed or asked for. They are kept as "
                       "reported and used only where Blender observed nothing.",
        .input_schema = object({req("session_id", session_id()), req("learner_id", learner_id()),
                                req("interaction_data", data.open())}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("tracked")), req("session_id", string()),
             req("learner_id", string()), req("engagement_score", share().or_null()),
             req("provenance", constant("reported")), req("tracking_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &arguments) { return keep_engagement(context, arguments); },
    };
}

learning::SpatialReasoning spatial_reasoning(const Json &data)
{
    const Json &navigation = object_or_empty(data, "viewport_navigation");
    const Json &manipulation = object_or_empty(data, "object_manipulation");
    const Json &tool = object_or_empty(data, "tool_usage");
    return learning::spatial_reasoning_score(
        {metric(navigation, "path_efficiency"), metric(navigation, "rotation_smoothness"),
         metric(navigation, "zoom_appropriateness")},
        {metric(manipulation, "selection_accuracy"),
         metric(manipulation, "transformation_precision"),
         metric(manipulation, "workflow_efficiency")},
        {metric(tool, "appropriate_tool_selection"), metric(tool, "tool_mastery_level"),
         metric(tool, "workflow_optimization")});
}

Result<Json> keep_interaction(const Context &context, const Json &arguments)
{
    auto owner = reporting_learner(context, arguments);
    if (!owner) return owner.error();
    const Json &data = arguments.at("interaction_data");
    const auto spatial = spatial_reasoning(data);
    auto ids = context.keep(store::new_event(
        (*owner)->learner_id, store::InteractionReported{arguments.at("session_id"), data,
                                                         spatial.spatial_reasoning_score,
                                                         spatial.tool_usage_efficiency}));
    return Json{{"status", "tracked"},
                {"session_id", arguments.at("session_id")},
                {"interactions_processed", spatial.present.size()},
                {"engagement_updated", false},
                {"spatial_reasoning_score", or_null(spatial.spatial_reasoning_score)},
                {"navigation_efficiency", or_null(spatial.navigation_efficiency)},
                {"manipulation_accuracy", or_null(spatial.manipulation_accuracy)},
                {"tool_usage_efficiency", or_null(spatial.tool_usage_efficiency)},
                {"metrics_missing", spatial.missing},
                {"provenance", "reported"},
                {"event_ids", std::move(ids)},
                {"tracking_timestamp", context.timestamp()}};
}

Tool track_blender_interaction(const Context &context)
{
    const auto data = object({
        opt("viewport_navigation",
            metrics({"path_efficiency", "rotation_smoothness", "zoom_appropriateness"})),
        opt("object_manipulation",
            metrics({"selection_accuracy", "transformation_precision", "workflow_efficiency"})),
        opt("tool_usage",
            metrics({"appropriate_tool_selection", "tool_mastery_level", "workflow_optimization"})),
        opt("spatial_reasoning", any_object()),
    });
    return {
        .name = "track_blender_interaction",
        .title = "Report interaction metrics",
        .description =
            "Keep viewport metrics that you measured, and compute the spatial reasoning "
            "score (.4 navigation + .4 manipulation + .2 tools) from those that are there. "
            "Kept as reported; what Blender observes itself is in evaluate_assessment.",
        .input_schema =
            object({req("session_id", session_id()), req("interaction_data", data.open())}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("tracked")), req("session_id", string()),
             req("interactions_processed", integer().describe("Metrics that were present")),
             req("engagement_updated",
                 boolean().describe("False: reported interaction does not count as engagement")),
             req("spatial_reasoning_score", share().or_null()),
             req("navigation_efficiency", share().or_null()),
             req("manipulation_accuracy", share().or_null()),
             req("tool_usage_efficiency", share().or_null()), req("metrics_missing", names()),
             req("provenance", constant("reported")), req("tracking_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::store,
        .handle =
            [&context](const Json &arguments) { return keep_interaction(context, arguments); },
    };
}

} // namespace

void add_report_tools(ToolTable &table, const Context &context)
{
    table.add(track_engagement(context));
    table.add(track_blender_interaction(context));
}

} // namespace mvr::tools
