#include "learning/unit_model.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/observed_tries.hpp"
#include "tools/scene_shapes.hpp"
#include "tools/unit_decision.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct EvaluateUnitArguments {
    std::string session_id;
    bool submit = false;
};

struct UnitObserved {
    std::string unit_id;
    std::vector<CheckpointState> checkpoints;
    store::ObservedActivitySums activity;
    std::vector<EndedTry> ended;
    std::vector<EndedStep> steps;
    std::vector<std::string> not_begun;
    std::vector<std::string> unit_checkpoints;
};

/// The same members as the tool takes.
struct ObserveUnit {
    static constexpr std::string_view name = "observe_unit";
    using Reply = UnitObserved;
    std::string session_id;
    bool submit = false;
};

struct EvaluateUnitReply : RecordOutcome {
    Constant<"evaluated"> status;
    std::string session_id;
    std::string learner_id;
    std::string unit_id;
    bool submitted = false;
    std::vector<CheckpointState> checkpoints;
    std::vector<std::string> not_begun;
    std::vector<store::ObservedTry> tries;
    std::int64_t tries_recorded = 0;
    bool unit_done = false;
    OrNull<UnitDecisionReply> decision;
    store::ObservedActivitySums activity;
    std::string evaluation_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::EvaluateUnitArguments> {
    using T = tools::EvaluateUnitArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"submit", &T::submit, "The learner says that it is done; else only a look",
               or_default},
    };
};

template <> struct Description<tools::UnitObserved> {
    using T = tools::UnitObserved;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"checkpoints", &T::checkpoints, ""},
        Member{"activity", &T::activity, ""},
        Member{"ended", &T::ended, ""},
        Member{"steps", &T::steps, "", or_default},
        Member{"not_begun", &T::not_begun, ""},
        Member{"unit_checkpoints", &T::unit_checkpoints, ""},
    };
};

template <> struct Description<tools::ObserveUnit> {
    using T = tools::ObserveUnit;
    static constexpr std::tuple members{Member{"session_id", &T::session_id, ""},
                                        Member{"submit", &T::submit, ""}};
};

template <> struct Description<tools::EvaluateUnitReply> {
    using T = tools::EvaluateUnitReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"session_id", &T::session_id, ""},
        Member{"learner_id", &T::learner_id, ""}, Member{"unit_id", &T::unit_id, ""},
        Member{"submitted", &T::submitted, "A try was there to submit"},
        Member{"checkpoints", &T::checkpoints, ""}, Member{"not_begun", &T::not_begun, ""},
        Member{"tries", &T::tries, ""}, Member{"tries_recorded", &T::tries_recorded, ""},
        Member{"unit_done", &T::unit_done, ""}, Member{"decision", &T::decision, ""},
        Member{"activity", &T::activity, ""},
        Member{"evaluation_timestamp", &T::evaluation_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

/// A decision follows from every try that ended, and from handing in a unit that was tried: who
/// looked first has nothing left to hand in, and still wants to know how to go on.
bool calls_for_decision(const UnitObserved &observed, bool submitted,
                        const store::LearnerState &learner)
{
    if (!observed.ended.empty()) return true;
    const learning::UnitModel *unit = learning::find_unit(learner.model, observed.unit_id);
    return submitted && unit != nullptr && unit->counts.tries() > 0;
}

Result<ObserveUnit> begin(Context &context, const mcp::Call &call,
                          const EvaluateUnitArguments &arguments)
{
    auto owner = owner_of_session(context, call, arguments.session_id);
    if (!owner) return owner.error();
    return ObserveUnit{arguments.session_id, arguments.submit};
}

Result<EvaluateUnitReply> complete(Context &context, const mcp::Call &call,
                                   const EvaluateUnitArguments &arguments,
                                   const UnitObserved &observed)
{
    const std::string &session = arguments.session_id;
    auto owner = owner_of_session(context, call, session);
    if (!owner) return owner.error();
    EvaluateUnitReply reply;
    reply.session_id = session;
    reply.learner_id = (*owner)->learner_id;
    auto steps = new_steps(**owner, session, observed.steps);
    reply.tries_recorded = static_cast<std::int64_t>(count_tries(steps));
    reply.event_ids = context.keep(events_of(reply.learner_id, std::move(steps)));

    const store::LearnerState &now = *context.state().find(reply.learner_id);
    const bool is_called_for = calls_for_decision(observed, arguments.submit, now);
    if (auto made =
            is_called_for ? decide_for_unit(context, reply.learner_id, session) : std::nullopt) {
        reply.decision = std::move(made->reply);
        reply.event_ids.insert(reply.event_ids.end(), made->event_ids.begin(),
                               made->event_ids.end());
    }
    reply.unit_id = observed.unit_id;
    reply.submitted = arguments.submit && !observed.ended.empty();
    reply.checkpoints = observed.checkpoints;
    reply.not_begun = observed.not_begun;
    reply.tries = observed_tries(observed.ended);
    reply.unit_done = is_done_unit(now, observed.unit_id, observed.unit_checkpoints);
    reply.activity = observed.activity;
    reply.evaluation_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool evaluate_unit(Executor &executor)
{
    return scene_tool<EvaluateUnitArguments, ObserveUnit, EvaluateUnitReply>(
        {.name = "evaluate_unit",
         .title = "Look at a running unit, or submit it",
         .description =
             "How every checkpoint of the running unit stands. A look ends tries only as passed; "
             "submit ends every try that was begun, names what was not begun, and says what comes "
             "next if anything was ever tried.",
         .scope = access::Scope::records_write},
        executor, begin, complete);
}

} // namespace mvr::tools
