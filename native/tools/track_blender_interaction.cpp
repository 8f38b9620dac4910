#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/reported_shapes.hpp"
#include "tools/reporting_learner.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct TrackInteractionArguments {
    std::string session_id;
    AsSent<ReportedInteraction> interaction_data;
};

struct TrackInteractionReply : RecordOutcome {
    Constant<"tracked"> status;
    std::string session_id;
    std::int64_t interactions_processed = 0;
    bool engagement_updated = false;
    OrNull<double> spatial_reasoning_score;
    OrNull<double> navigation_efficiency;
    OrNull<double> manipulation_accuracy;
    OrNull<double> tool_usage_efficiency;
    std::vector<std::string> metrics_missing;
    Constant<"reported"> provenance;
    std::string tracking_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::TrackInteractionArguments> {
    using T = tools::TrackInteractionArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"interaction_data", &T::interaction_data, ""},
    };
};

template <> struct Description<tools::TrackInteractionReply> {
    using T = tools::TrackInteractionReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"session_id", &T::session_id, ""},
        Member{"interactions_processed", &T::interactions_processed, "Metrics that were present"},
        Member{"engagement_updated", &T::engagement_updated,
               "False: reported interaction does not count as engagement"},
        Member{"spatial_reasoning_score", &T::spatial_reasoning_score, "", tools::share},
        Member{"navigation_efficiency", &T::navigation_efficiency, "", tools::share},
        Member{"manipulation_accuracy", &T::manipulation_accuracy, "", tools::share},
        Member{"tool_usage_efficiency", &T::tool_usage_efficiency, "", tools::share},
        Member{"metrics_missing", &T::metrics_missing, ""},
        Member{"provenance", &T::provenance, ""},
        Member{"tracking_timestamp", &T::tracking_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<TrackInteractionReply> keep_interaction(Context &context, const mcp::Call &call,
                                               const TrackInteractionArguments &arguments)
{
    auto owner = reporting_learner(context, call, arguments.session_id, std::nullopt);
    if (!owner) return owner.error();
    const ReportedInteraction &reported = arguments.interaction_data.value;
    auto spatial = learning::spatial_reasoning_score(
        reported.viewport_navigation, reported.object_manipulation, reported.tool_usage);
    TrackInteractionReply reply;
    reply.session_id = arguments.session_id;
    reply.interactions_processed = static_cast<std::int64_t>(spatial.present.size());
    reply.spatial_reasoning_score = spatial.spatial_reasoning_score;
    reply.navigation_efficiency = spatial.navigation_efficiency;
    reply.manipulation_accuracy = spatial.manipulation_accuracy;
    reply.tool_usage_efficiency = spatial.tool_usage_efficiency;
    reply.metrics_missing = std::move(spatial.missing);
    reply.event_ids = context.keep(store::new_event(
        (*owner)->learner_id, store::InteractionReported{
                                  arguments.session_id, arguments.interaction_data.sent,
                                  spatial.spatial_reasoning_score, spatial.tool_usage_efficiency}));
    reply.tracking_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool track_blender_interaction(Executor &executor)
{
    return decide_tool(
        {.name = "track_blender_interaction",
         .title = "Report interaction metrics",
         .description =
             "Keep viewport metrics that you measured, and compute the spatial reasoning "
             "score (.4 navigation + .4 manipulation + .2 tools) from those that are there. "
             "Kept as reported; what Blender observes itself is in evaluate_assessment.",
         .scope = access::Scope::records_write},
        executor, keep_interaction);
}

} // namespace mvr::tools
