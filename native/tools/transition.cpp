#include "tools/all.hpp"
#include "tools/decision_reply.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/model_inputs.hpp"
#include "tools/vocabulary.hpp"

#include <chrono>
#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

/// The unit that a decision is for: the caller's, else the session's, else the last tried, else
/// the lesson's first ready one.
Result<std::string> unit_for(const Context &context, const Json &current_state,
                             const store::LearnerState &learner, const LessonOutline &lesson)
{
    const std::string named = text_or_empty(current_state, "unit_id");
    if (!named.empty()) {
        if (lesson.find(named) != nullptr || learning::find_unit(learner.model, named) != nullptr)
            return named;
        return Error{Errc::not_found, "there is no unit '" + named + "'", "current_state.unit_id",
                     "See get_lesson for the units of the open file."};
    }
    const std::string session = text_or_empty(current_state, "session_id");
    if (!session.empty()) {
        auto owner = owner_of_session(context, session);
        if (!owner) return owner.error();
        return (*owner)->sessions.at(session).unit_id;
    }
    if (std::string last = learner.last_unit(); !last.empty()) return last;
    const auto ready = readiness(lesson, &learner).ready;
    if (!ready.empty()) return ready.front();
    return Error{Errc::conflict, "nothing was tried yet, and no unit of this file is ready",
                 "current_state.unit_id", "Name a unit, or author one first."};
}

Result<Json> conclude(const Context &context, const Json &arguments, const Json &reply)
{
    const auto began = std::chrono::steady_clock::now();
    auto known = known_learner(context, arguments.at("learner_id"));
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    const Json &current_state = arguments.at("current_state");
    const auto lesson = outline_of(reply, context.state());
    auto unit = unit_for(context, current_state, learner, lesson);
    if (!unit) return unit.error();

    DecisionRequest request;
    request.session_id = text_or_empty(current_state, "session_id");
    request.unit_id = *unit;
    request.context = decision_context(current_state, arguments.at("model_inputs"));
    describe_surroundings(request.context, lesson, learner, *unit);
    auto made = text_or_empty(current_state, "rule") == "seed"
                    ? decide_by_seed(context, learner, request)
                    : decide_by_gap(learner, request);
    if (!made) return made.error();
    Json result = reply_of(context, learner, *made);
    result["event_ids"] = made->is_new
                              ? context.keep(store::new_event(learner.learner_id, made->event))
                              : std::vector<std::string>();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    result["computation_time_ms"] = took.count();
    return result;
}

} // namespace

void add_transition_tool(ToolTable &table, const Context &context)
{
    const auto current_state = object(
        {opt("session_id", session_id()),
         opt("unit_id", unit_id().describe("Default: the session's, else the last tried, else the "
                                           "lesson's first ready one")),
         opt("learning_event", learning_event().describe("Counts where the record knows nothing "
                                                         "of the unit, and with the rule seed")),
         opt("rule", string().one_of({"gap", "seed"}).describe("Default: gap"))});
    table.add({
        .name = "make_transition_decision",
        .title = "Decide what comes next",
        .description =
            "What follows for this learner in one unit from what was observed, with reasons. "
            "Asking again without new work gives the same decision (unchanged). Rule seed is the "
            "specification's equation over model_inputs, which moves with every call, new work or "
            "not; what gap says stands beside it.",
        .input_schema =
            object({req("learner_id", learner_id()), req("current_state", current_state.open()),
                    req("model_inputs", model_inputs())}),
        .output_schema = or_error(recorded_result(decision_members())),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            auto known = known_learner(context, arguments.at("learner_id"));
            if (!known) return known.error();
            const Json &state = arguments.at("current_state");
            if (state.contains("session_id")) {
                auto owner = owner_of_session(context, state.at("session_id"));
                if (!owner) return owner.error();
            }
            return SceneCommand{"read_lesson", Json::object()};
        },
        .conclude = [&context](const Json &arguments,
                               const Json &reply) { return conclude(context, arguments, reply); },
    });
}

} // namespace mvr::tools
