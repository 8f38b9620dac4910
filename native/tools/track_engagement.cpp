#include "learning/engagement.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/reported_shapes.hpp"
#include "tools/reporting_learner.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct TrackEngagementArguments {
    std::string session_id;
    std::string learner_id;
    AsSent<learning::ReportedEngagement> interaction_data;
};

struct TrackEngagementReply : RecordOutcome {
    Constant<"tracked"> status;
    std::string session_id;
    std::string learner_id;
    OrNull<double> engagement_score;
    Constant<"reported"> provenance;
    std::string tracking_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::TrackEngagementArguments> {
    using T = tools::TrackEngagementArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"interaction_data", &T::interaction_data, ""},
    };
};

template <> struct Description<tools::TrackEngagementReply> {
    using T = tools::TrackEngagementReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"session_id", &T::session_id, ""},
        Member{"learner_id", &T::learner_id, ""},
        Member{"engagement_score", &T::engagement_score, "", tools::share},
        Member{"provenance", &T::provenance, ""},
        Member{"tracking_timestamp", &T::tracking_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<TrackEngagementReply> keep_engagement(Context &context, const mcp::Call &call,
                                             const TrackEngagementArguments &arguments)
{
    auto owner = reporting_learner(context, call, arguments.session_id, arguments.learner_id);
    if (!owner) return owner.error();
    const auto score = learning::engagement_reading(arguments.interaction_data.value);
    TrackEngagementReply reply;
    reply.session_id = arguments.session_id;
    reply.learner_id = (*owner)->learner_id;
    reply.engagement_score = score;
    reply.event_ids = context.keep(store::new_event(
        reply.learner_id,
        store::EngagementReported{arguments.session_id, arguments.interaction_data.sent, score}));
    reply.tracking_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool track_engagement(Executor &executor)
{
    return decide_tool(
        {.name = "track_engagement",
         .title = "Report engagement",
         .description = "Keep engagement numbers that you observed or asked for. They are kept as "
                        "reported and used only where Blender observed nothing.",
         .scope = access::Scope::records_write},
        executor, keep_engagement);
}

} // namespace mvr::tools
