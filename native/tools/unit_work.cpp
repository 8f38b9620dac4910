#include "learning/unit_model.hpp"
#include "tools/all.hpp"
#include "tools/decision_reply.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/observed_tries.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

/// A decision follows from every try that ended, and from handing in a unit that was tried: who
/// looked first has nothing left to hand in, and still wants to know how to go on.
bool calls_for_decision(const store::AssessmentEvaluated &step, const store::LearnerState &learner)
{
    if (!step.tries.empty()) return true;
    const learning::UnitModel *unit = learning::find_unit(learner.model, step.unit_id);
    return step.submitted && unit != nullptr && unit->counts.tries() > 0;
}

bool is_done_unit(const store::LearnerState &learner, const std::string &unit)
{
    const auto found = learner.results.find(unit);
    return found != learner.results.end() && found->second.done;
}

Result<Json> conclude_evaluation(const Context &context, const Json &arguments, const Json &reply)
{
    auto owner = owner_of_session(context, text_or_empty(reply, "session_id"));
    if (!owner) return owner.error();
    const std::string learner = (*owner)->learner_id;
    const auto step = step_of(reply, arguments.value("submit", false));
    auto ids = keep_step(context, learner, step);

    const store::LearnerState &now = *context.state().find(learner);
    const bool is_done = is_done_unit(now, step.unit_id);
    Json decision = nullptr;
    if (calls_for_decision(step, now)) {
        DecisionRequest request{step.session_id, step.unit_id, {}};
        const auto lesson = outline_of(object_or_empty(reply, "lesson"), context.state());
        describe_surroundings(request.context, lesson, now, step.unit_id);
        auto made = decide_by_gap(now, request);
        if (!made) return made.error();
        decision = short_reply_of(*made);
        if (made->is_new) {
            const auto more = context.keep(store::new_event(learner, made->event));
            ids.insert(ids.end(), more.begin(), more.end());
        }
    }
    return Json{{"status", "evaluated"},
                {"session_id", step.session_id},
                {"learner_id", learner},
                {"unit_id", step.unit_id},
                {"submitted", step.submitted},
                {"checkpoints", reply.at("checkpoints")},
                {"not_begun", reply.at("not_begun")},
                {"tries", tries_json(step)},
                {"tries_recorded", step.tries.size()},
                {"unit_done", is_done},
                {"decision", std::move(decision)},
                {"activity", reply.at("activity")},
                {"event_ids", std::move(ids)},
                {"evaluation_timestamp", context.timestamp()}};
}

Tool evaluate_unit(const Context &context)
{
    return {
        .name = "evaluate_unit",
        .title = "Look at a running unit, or submit it",
        .description =
            "How every checkpoint of the running unit stands. A look ends tries only as passed; "
            "submit ends every try that was begun, names what was not begun, and says what comes "
            "next.",
        .input_schema = object({req("session_id", session_id()),
                                opt("submit", boolean().describe("Default: false, only a look"))}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("evaluated")), req("session_id", string()),
             req("learner_id", string()), req("unit_id", string()), req("submitted", boolean()),
             req("checkpoints", array(any_object())), req("not_begun", names()),
             req("tries", array(any_object())), req("tries_recorded", integer()),
             req("unit_done", boolean()), req("decision", any_object().or_null()),
             req("activity", any_object()), req("evaluation_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            auto owner = owner_of_session(context, arguments.at("session_id"));
            if (!owner) return owner.error();
            return SceneCommand{"observe_unit",
                                {{"session_id", arguments.at("session_id")},
                                 {"submit", arguments.value("submit", false)}}};
        },
        .conclude =
            [&context](const Json &arguments, const Json &reply) {
                return conclude_evaluation(context, arguments, reply);
            },
    };
}

Tool show_hint(const Context &context)
{
    return {
        .name = "show_hint",
        .title = "Show a hint of the running unit",
        .description = "Show the unit's hints up to a level, in words and in the scene. Every hint "
                       "is recorded; after one of the last level a pass is no longer an own one.",
        .input_schema =
            object({req("session_id", session_id()),
                    opt("level", integer().between(1, 16).describe("Default: the next one"))}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("shown")), req("session_id", string()),
             req("learner_id", string()), req("unit_id", string()), req("level", integer()),
             req("last_level", boolean()), req("text", string()), req("hints_shown", integer())})),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            auto owner = owner_of_session(context, arguments.at("session_id"));
            if (!owner) return owner.error();
            return SceneCommand{"show_hint", arguments};
        },
        .conclude = [&context](const Json &arguments, const Json &reply) -> Result<Json> {
            const std::string session = arguments.at("session_id");
            auto owner = owner_of_session(context, session);
            if (!owner) return owner.error();
            const std::string learner = (*owner)->learner_id;
            const store::HintShown shown{session, reply.at("unit_id"), reply.at("level"),
                                         reply.at("last_level"), false};
            Json result = reply;
            result.update({{"status", "shown"},
                           {"session_id", session},
                           {"learner_id", learner},
                           {"event_ids", context.keep(store::new_event(learner, shown))}});
            return result;
        },
    };
}

} // namespace

void add_unit_work_tools(ToolTable &table, const Context &context)
{
    table.add(evaluate_unit(context));
    table.add(show_hint(context));
}

} // namespace mvr::tools
