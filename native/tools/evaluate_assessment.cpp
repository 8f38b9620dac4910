#include "store/learning_texts.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/observed_tries.hpp"
#include "tools/scene_shapes.hpp"
#include "tools/vocabulary.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct EvaluateAssessmentArguments {
    std::string checkpoint_id;
    AssessmentType assessment_type{};
    AnyObject performance_data;
    bool submit = false;
    std::optional<std::string> session_id;
};

struct CheckpointObserved : CheckpointState {
    std::string unit_id;
    std::string scene_name;
    std::string session_id; ///< empty where its unit does not run
    bool history = false;
    store::ObservedActivitySums activity;
    std::vector<EndedTry> ended;
    std::vector<EndedStep> steps;
    std::vector<std::string> unit_checkpoints;
};

struct ObserveCheckpoint {
    static constexpr std::string_view name = "observe_checkpoint";
    using Reply = CheckpointObserved;
    std::string checkpoint_id;
    AssessmentType assessment_type{}; ///< that of another one is rejected, and nothing is looked at
    bool submit = false;
    std::optional<std::string> session_id;
};

struct ReportedPerformance {
    AnyObject performance_data;
};

struct EvaluateAssessmentReply : RecordOutcome {
    Constant<"evaluated"> status;
    std::string checkpoint_id;
    std::string trigger_object_name;
    std::string unit_id;
    std::string scene_name;
    AssessmentType assessment_type{};
    std::string learning_objective;
    std::string session_id;
    OrNull<std::string> learner_id;
    Constant<"observed"> provenance;
    bool submitted = false;
    bool begun = false;
    bool passed = false;
    double score = 0;
    std::vector<std::string> unmet;
    AnyObject evidence;
    std::vector<store::ObservedTry> tries;
    bool history = false;
    store::ObservedActivitySums activity;
    double completion_time = 0;
    bool unit_passed = false;
    ReportedPerformance reported;
    OrNull<SkillBelief> skill;
    std::string evaluation_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::EvaluateAssessmentArguments> {
    using T = tools::EvaluateAssessmentArguments;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id,
               "As create_assessment_trigger returned it, or the trigger object's name",
               text(1, 128)},
        Member{"assessment_type", &T::assessment_type, ""},
        Member{"performance_data", &T::performance_data, "What you saw; may be empty"},
        Member{"submit", &T::submit, "The learner says that it is done; else only a look",
               or_default},
        Member{"session_id", &T::session_id, "Default: the session that runs in Blender",
               tools::session_id_bounds},
    };
};

template <> struct Description<tools::ObserveCheckpoint> {
    using T = tools::ObserveCheckpoint;
    static constexpr std::tuple members{Member{"checkpoint_id", &T::checkpoint_id, ""},
                                        Member{"assessment_type", &T::assessment_type, ""},
                                        Member{"submit", &T::submit, ""},
                                        Member{"session_id", &T::session_id, ""}};
};

template <> struct Description<tools::CheckpointObserved> {
    using T = tools::CheckpointObserved;
    static constexpr auto members = std::tuple_cat(
        Description<tools::CheckpointState>::members,
        std::tuple{Member{"unit_id", &T::unit_id, ""}, Member{"scene_name", &T::scene_name, ""},
                   Member{"session_id", &T::session_id, ""}, Member{"history", &T::history, ""},
                   Member{"activity", &T::activity, ""}, Member{"ended", &T::ended, ""},
                   Member{"steps", &T::steps, ""},
                   Member{"unit_checkpoints", &T::unit_checkpoints, ""}});
};

template <> struct Description<tools::ReportedPerformance> {
    static constexpr std::tuple members{
        Member{"performance_data", &tools::ReportedPerformance::performance_data, ""}};
};

template <> struct Description<tools::EvaluateAssessmentReply> {
    using T = tools::EvaluateAssessmentReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"checkpoint_id", &T::checkpoint_id, ""},
        Member{"trigger_object_name", &T::trigger_object_name, ""},
        Member{"unit_id", &T::unit_id, ""}, Member{"scene_name", &T::scene_name, ""},
        Member{"assessment_type", &T::assessment_type, ""},
        Member{"learning_objective", &T::learning_objective, ""},
        Member{"session_id", &T::session_id, ""}, Member{"learner_id", &T::learner_id, ""},
        Member{"provenance", &T::provenance, ""}, Member{"submitted", &T::submitted, ""},
        Member{"begun", &T::begun, "The learner has begun on it in this run"},
        Member{"passed", &T::passed, "It holds now"}, Member{"score", &T::score, "", tools::share},
        Member{"unmet", &T::unmet, ""}, Member{"evidence", &T::evidence, ""},
        Member{"tries", &T::tries, "Those that ended since the learner last heard of any"},
        Member{"history", &T::history, "Whether the unit was watched from its start"},
        Member{"activity", &T::activity, ""},
        Member{"completion_time", &T::completion_time, "", numbers(0, 1e12).in("seconds")},
        Member{"unit_passed", &T::unit_passed, "Every checkpoint was passed unaided"},
        Member{"reported", &T::reported, ""}, Member{"skill", &T::skill, ""},
        Member{"evaluation_timestamp", &T::evaluation_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<ObserveCheckpoint> begin(Context &context, const mcp::Call &call,
                                const EvaluateAssessmentArguments &arguments)
{
    if (arguments.session_id) {
        auto owner = owner_of_session(context, call, *arguments.session_id);
        if (!owner) return owner.error();
    } else if (auto reached = check_reach_at_window(context, call); !reached) {
        return reached.error();
    }
    return ObserveCheckpoint{arguments.checkpoint_id, arguments.assessment_type, arguments.submit,
                             arguments.session_id};
}

EvaluateAssessmentReply reply_of(const Context &context,
                                 const EvaluateAssessmentArguments &arguments,
                                 const CheckpointObserved &observed)
{
    const store::LearnerState *learner = context.state().find_by_session(observed.session_id);
    EvaluateAssessmentReply reply;
    reply.checkpoint_id = observed.checkpoint_id;
    reply.trigger_object_name = observed.trigger_object_name;
    reply.unit_id = observed.unit_id;
    reply.scene_name = observed.scene_name;
    reply.assessment_type = arguments.assessment_type;
    reply.learning_objective = observed.learning_objective;
    reply.session_id = observed.session_id;
    reply.submitted = arguments.submit && observed.begun;
    reply.begun = observed.begun;
    reply.passed = observed.evaluation.passed;
    reply.score = observed.evaluation.score;
    reply.unmet = observed.evaluation.unmet;
    reply.evidence = observed.evaluation.evidence;
    reply.tries = observed_tries(observed.ended);
    reply.history = observed.history;
    reply.activity = observed.activity;
    reply.completion_time = observed.activity.total_seconds;
    reply.reported.performance_data = arguments.performance_data;
    reply.evaluation_timestamp = context.timestamp();
    if (learner == nullptr) {
        reply.not_recorded_because = "no session of a known learner runs: nobody is credited";
        return reply;
    }
    reply.learner_id = learner->learner_id;
    reply.unit_passed = is_done_unit(*learner, observed.unit_id, observed.unit_checkpoints);
    reply.skill = skill_belief(*learner, observed.skill);
    return reply;
}

Result<EvaluateAssessmentReply> complete(Context &context, const mcp::Call &call,
                                         const EvaluateAssessmentArguments &arguments,
                                         const CheckpointObserved &observed)
{
    // Without a session there is nobody to credit.
    const std::string &session = observed.session_id;
    const store::LearnerState *learner = context.state().find_by_session(session);
    std::vector<std::string> ids;
    if (learner != nullptr) {
        // Whoever was at the window when the call came may have left it to somebody else since.
        if (auto reached = check_reach(context, call, learner->learner_id); !reached)
            return reached.error();
        auto events = events_of(learner->learner_id, new_steps(*learner, session, observed.steps));
        if (!arguments.performance_data.members.empty()) {
            events.push_back(store::new_event(
                learner->learner_id,
                store::PerformanceReported{
                    session, arguments.checkpoint_id,
                    std::string(EnumText<AssessmentType>::to_text(arguments.assessment_type)),
                    arguments.performance_data.members}));
        }
        ids = context.keep(std::move(events));
    }
    EvaluateAssessmentReply reply = reply_of(context, arguments, observed);
    reply.event_ids = std::move(ids);
    return reply;
}

} // namespace

mcp::Tool evaluate_assessment(Executor &executor)
{
    return scene_tool<EvaluateAssessmentArguments, ObserveCheckpoint, EvaluateAssessmentReply>(
        {.name = "evaluate_assessment",
         .title = "Evaluate a checkpoint",
         .description =
             "Judge a checkpoint by what is in the scene now and what was seen since the "
             "unit began. The result carries the measured values. A look: it may end a try as "
             "passed, never as failed; submit ends a try that was begun either way. "
             "performance_data is kept as reported and does not change the judgement.",
         .scope = access::Scope::records_write},
        executor, begin, complete);
}

} // namespace mvr::tools
