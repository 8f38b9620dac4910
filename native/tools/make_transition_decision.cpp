#include "tools/all_tools.hpp"
#include "tools/decision_reply.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/lookup.hpp"
#include "tools/reported_shapes.hpp"
#include "tools/work.hpp"

#include <chrono>

namespace mvr::tools {

struct CurrentState {
    std::optional<std::string> session_id;
    std::optional<std::string> unit_id;
    std::optional<learning::LearningPhase> learning_event;
    Rule rule = Rule::gap;
};

struct MakeDecisionArguments {
    std::string learner_id;
    CurrentState current_state;
    AsSent<ReportedInputs> model_inputs;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::CurrentState> {
    using T = tools::CurrentState;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"unit_id", &T::unit_id,
               "Default: the session's, else the last tried, else the lesson's first ready one",
               tools::unit_id_bounds},
        Member{"learning_event", &T::learning_event,
               "Counts where the record knows nothing of the unit, and with the rule seed"},
        Member{"rule", &T::rule, "", or_default},
    };
};

template <> struct Description<tools::MakeDecisionArguments> {
    using T = tools::MakeDecisionArguments;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"current_state", &T::current_state, ""},
        Member{"model_inputs", &T::model_inputs,
               "Numbers that you report; each is used only where nothing was observed"},
    };
};

} // namespace mvr

namespace mvr::tools {
namespace {

/// The unit that a decision is for: the caller's, else the session's, else the last tried, else
/// the lesson's first ready one.
Result<std::string> unit_for(const Context &context, const mcp::Call &call,
                             const CurrentState &state, const store::LearnerState &learner,
                             const LessonOutline &lesson)
{
    if (state.unit_id) {
        if (lesson.find(*state.unit_id) != nullptr ||
            learning::find_unit(learner.model, *state.unit_id) != nullptr) {
            return *state.unit_id;
        }
        return Error{Errc::not_found, "there is no unit '" + *state.unit_id + "'",
                     "current_state.unit_id", "See get_lesson for the units of the open file."};
    }
    if (state.session_id) {
        auto owner = owner_of_session(context, call, *state.session_id);
        if (!owner) return owner.error();
        return (*owner)->sessions.at(*state.session_id).unit_id;
    }
    if (std::string last = learner.last_unit(); !last.empty()) return last;
    const auto ready = readiness(lesson, &learner).ready;
    if (!ready.empty()) return ready.front();
    return Error{Errc::conflict, "nothing was tried yet, and no unit of this file is ready",
                 "current_state.unit_id", "Name a unit, or author one first."};
}

/// What a caller says with a decision, and the digest by which a later call is compared with this
/// one. Members stand sorted, so equal reports give equal text; an empty part says nothing.
learning::DecisionContext decision_context(const MakeDecisionArguments &arguments)
{
    learning::DecisionContext context;
    context.learning_event = arguments.current_state.learning_event;
    context.inputs = model_inputs(arguments.model_inputs.value);
    Json said = Json::object();
    for (const auto &[name, part] : arguments.model_inputs.sent.items())
        if (!part.is_object() || !part.empty()) said[name] = part;
    if (said.empty() && !context.learning_event) return context;
    if (context.learning_event) context.inputs_digest = learning::to_text(*context.learning_event);
    context.inputs_digest += to_text(said);
    return context;
}

Result<DecisionReply> decide_transition(Context &context, const mcp::Call &call,
                                        const MakeDecisionArguments &arguments)
{
    const auto began = std::chrono::steady_clock::now();
    auto known = known_learner(context, call, arguments.learner_id);
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    const CurrentState &state = arguments.current_state;
    if (state.session_id) {
        auto owner = owner_of_session(context, call, *state.session_id);
        if (!owner) return owner.error();
    }
    auto file = open_lesson(context);
    if (!file) return file.error();
    const auto lesson = outline_of(**file, context.state());
    auto unit = unit_for(context, call, state, learner, lesson);
    if (!unit) return unit.error();

    DecisionRequest request{state.session_id.value_or(""), *unit, decision_context(arguments)};
    describe_surroundings(request.context, lesson, learner, *unit);
    auto made = state.rule == Rule::seed ? decide_by_seed(context, learner, request)
                                         : decide_by_gap(learner, request);
    if (!made) return made.error();
    DecisionReply reply = decision_reply(context, learner, *made);
    if (made->is_new)
        reply.event_ids = context.keep(store::new_event(learner.learner_id, made->event));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    reply.computation_time_ms = took.count();
    return reply;
}

} // namespace

mcp::Tool make_transition_decision(Executor &executor)
{
    return decide_tool(
        {.name = "make_transition_decision",
         .title = "Decide what comes next",
         .description =
             "What follows for this learner in one unit from what was observed, with reasons. "
             "Asking again without new work gives the same decision (unchanged). Rule seed is the "
             "specification's equation over model_inputs, which moves with every call, new work or "
             "not; what gap says stands beside it.",
         .scope = access::Scope::records_write},
        executor, decide_transition);
}

} // namespace mvr::tools
