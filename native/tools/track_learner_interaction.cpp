#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/reported_shapes.hpp"
#include "tools/viewport_shapes.hpp"
#include "tools/work.hpp"

#include "motion/operations.hpp"
#include "motion/selection.hpp"

namespace mvr::tools {

struct TrackLearnerInteractionArguments {
    std::optional<std::string> session_id;
    AsSent<ReportedInteraction> interaction_data;
};

struct ObserveViewport {
    static constexpr std::string_view name = "observe_viewport";
    using Reply = ObservedViewport;
    std::string session_id;
};

/// A spatial score and what it rests on.
struct SpatialScore {
    OrNull<double> spatial_reasoning_score;
    OrNull<double> navigation_efficiency;
    OrNull<double> manipulation_accuracy;
    OrNull<double> tool_usage_efficiency;
    std::vector<std::string> metrics_missing;
};

struct ObservedScore : SpatialScore {
    motion::ViewportFeatures view;
    store::ObservedWork work;
};

struct TrackLearnerInteractionReply : RecordOutcome {
    bool interaction_processed = true;
    OrNull<double> spatial_reasoning_score;
    OrNull<double> navigation_efficiency;
    OrNull<double> manipulation_accuracy;
    OrNull<double> tool_usage_efficiency;
    std::vector<std::string> triggered_assessments;
    std::int64_t interaction_count = 0;
    ObservedScore observed;
    SpatialScore reported;
    std::string fitted_on;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::TrackLearnerInteractionArguments> {
    using T = tools::TrackLearnerInteractionArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "Default: the session that runs in Blender",
               tools::session_id_bounds},
        Member{"interaction_data", &T::interaction_data,
               "What you measured yourself; kept as reported", or_default},
    };
};

template <> struct Description<tools::ObserveViewport> {
    static constexpr std::tuple members{
        Member{"session_id", &tools::ObserveViewport::session_id, ""}};
};

template <class T> struct SpatialScoreMembers {
    static constexpr std::tuple members{
        Member<T, OrNull<double>>{"spatial_reasoning_score", &T::spatial_reasoning_score, "",
                                  tools::share},
        Member<T, OrNull<double>>{"navigation_efficiency", &T::navigation_efficiency, "",
                                  tools::share},
        Member<T, OrNull<double>>{"manipulation_accuracy", &T::manipulation_accuracy, "",
                                  tools::share},
        Member<T, OrNull<double>>{"tool_usage_efficiency", &T::tool_usage_efficiency, "",
                                  tools::share},
    };
};

template <> struct Description<tools::SpatialScore> {
    using T = tools::SpatialScore;
    static constexpr auto members =
        std::tuple_cat(SpatialScoreMembers<T>::members,
                       std::tuple{Member{"metrics_missing", &T::metrics_missing, ""}});
};

template <> struct Description<tools::ObservedScore> {
    using T = tools::ObservedScore;
    static constexpr auto members = std::tuple_cat(
        SpatialScoreMembers<T>::members,
        std::tuple{Member<T, std::vector<std::string>>{"metrics_missing", &T::metrics_missing, ""},
                   Member{"view", &T::view, ""}, Member{"work", &T::work, ""}});
};

template <> struct Description<tools::TrackLearnerInteractionReply> {
    using T = tools::TrackLearnerInteractionReply;
    static constexpr auto members = std::tuple_cat(
        std::tuple{Member{"interaction_processed", &T::interaction_processed, ""}},
        SpatialScoreMembers<T>::members,
        tools::and_record_outcome<T>(
            Member{"triggered_assessments", &T::triggered_assessments,
                   "Checkpoints whose condition holds now"},
            Member{"interaction_count", &T::interaction_count,
                   "Of this session, since Blender's record was opened"},
            Member{"observed", &T::observed, "What Blender saw; the scores above are these"},
            Member{"reported", &T::reported, "Of interaction_data, never mixed with them"},
            Member{"fitted_on", &T::fitted_on, "What the weights of the score come from"}));
};

} // namespace mvr

namespace mvr::tools {
namespace {

constexpr auto weights_come_from =
    "Nothing: the weights (.4 navigation, .4 manipulation, .2 tools) are the specification's and "
    "were fitted on no data. Read the parts, not the sum.";

template <class Score> void put(Score &into, const learning::SpatialReasoning &spatial)
{
    into.spatial_reasoning_score = spatial.spatial_reasoning_score;
    into.navigation_efficiency = spatial.navigation_efficiency;
    into.manipulation_accuracy = spatial.manipulation_accuracy;
    into.tool_usage_efficiency = spatial.tool_usage_efficiency;
    if constexpr (requires { into.metrics_missing; }) into.metrics_missing = spatial.missing;
}

/// What can be observed of the nine metrics; the others stay absent.
learning::SpatialReasoning spatial_of(const ObservedViewport &seen)
{
    const store::ObservedWork &work = seen.work;
    const auto selection =
        motion::selection_accuracy({work.selected_right, work.selected_wrong, 0});
    const auto undone = motion::undo_rate({work.operations, work.undone, 0, 0});
    learning::ToolUsage tool;
    if (undone) tool.workflow_optimization = 1 - *undone;
    return learning::spatial_reasoning_score(
        {seen.view.path_efficiency, seen.view.rotation_smoothness, seen.view.zoom_appropriateness},
        {selection.precision, std::nullopt, seen.way_efficiency}, tool);
}

Result<std::string> session_of(const Context &context, const mcp::Call &call,
                               const TrackLearnerInteractionArguments &arguments)
{
    const std::string session = arguments.session_id.value_or(context.session_at_window);
    if (session.empty()) {
        return Error{Errc::conflict, "no unit runs in Blender", "session_id",
                     "Start one with start_session."};
    }
    auto owner = owner_of_session(context, call, session);
    if (!owner) return owner.error();
    return session;
}

Result<ObserveViewport> begin(Context &context, const mcp::Call &call,
                              const TrackLearnerInteractionArguments &arguments)
{
    auto session = session_of(context, call, arguments);
    if (!session) return session.error();
    return ObserveViewport{*std::move(session)};
}

Result<TrackLearnerInteractionReply> complete(Context &context, const mcp::Call &call,
                                              const TrackLearnerInteractionArguments &arguments,
                                              const ObservedViewport &seen)
{
    auto owner = owner_of_session(context, call, seen.session_id);
    if (!owner) return owner.error();
    TrackLearnerInteractionReply reply;
    const auto observed = spatial_of(seen);
    put(reply, observed);
    put(reply.observed, observed);
    reply.observed.view = seen.view;
    reply.observed.work = seen.work;
    const ReportedInteraction &sent = arguments.interaction_data.value;
    const auto reported = learning::spatial_reasoning_score(
        sent.viewport_navigation, sent.object_manipulation, sent.tool_usage);
    if (!arguments.interaction_data.sent.empty()) {
        reply.event_ids = context.keep(store::new_event(
            (*owner)->learner_id,
            store::InteractionReported{seen.session_id, arguments.interaction_data.sent,
                                       reported.spatial_reasoning_score,
                                       reported.tool_usage_efficiency}));
    }
    put(reply.reported, reported);
    reply.triggered_assessments = seen.holding;
    reply.interaction_count = ++context.interactions[seen.session_id];
    reply.fitted_on = weights_come_from;
    return reply;
}

} // namespace

mcp::Tool track_learner_interaction(Executor &executor)
{
    return scene_tool<TrackLearnerInteractionArguments, ObserveViewport,
                      TrackLearnerInteractionReply>(
        {.name = "track_learner_interaction",
         .title = "How the view was led",
         .description =
             "What Blender observed of navigation, manipulation and tools while the unit runs, "
             "with the spatial reasoning score of what was observed (null where nothing was); "
             "interaction_data, where given, is kept as reported beside it.",
         .scope = access::Scope::simulator_run},
        executor, begin, complete);
}

} // namespace mvr::tools
