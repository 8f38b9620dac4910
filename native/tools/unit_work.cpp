#include "learning/unit_model.hpp"
#include "tools/all.hpp"
#include "tools/observed_tries.hpp"
#include "tools/unit_decision.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

/// A decision follows from every try that ended, and from handing in a unit that was tried: who
/// looked first has nothing left to hand in, and still wants to know how to go on.
bool calls_for_decision(const Json &reply, bool submitted, const store::LearnerState &learner)
{
    if (!reply.at("ended").empty()) return true;
    const learning::UnitModel *unit =
        learning::find_unit(learner.model, text_or_empty(reply, "unit_id"));
    return submitted && unit != nullptr && unit->counts.tries() > 0;
}

Result<Json> conclude_evaluation(const Context &context, const Json &arguments, const Json &reply)
{
    const std::string session = arguments.at("session_id");
    const bool submitted = arguments.value("submit", false);
    auto owner = owner_of_session(context, session);
    if (!owner) return owner.error();
    const std::string learner = (*owner)->learner_id;
    auto steps = new_steps(**owner, reply);
    const std::size_t recorded = count_tries(steps);
    auto ids = context.keep(events_of(learner, std::move(steps)));

    const store::LearnerState &now = *context.state().find(learner);
    Json decision = nullptr;
    if (calls_for_decision(reply, submitted, now)) {
        const Json &lesson = object_or_empty(reply, "lesson");
        auto made = decide_for_unit(context, learner, session, lesson);
        if (!made) return made.error();
        decision = std::move(made->reply);
        ids.insert(ids.end(), made->event_ids.begin(), made->event_ids.end());
    }
    return Json{{"status", "evaluated"},
                {"session_id", session},
                {"learner_id", learner},
                {"unit_id", reply.at("unit_id")},
                {"submitted", submitted && !reply.at("ended").empty()},
                {"checkpoints", reply.at("checkpoints")},
                {"not_begun", reply.at("not_begun")},
                {"tries", tries_json(reply)},
                {"tries_recorded", recorded},
                {"unit_done", is_done_unit(now, reply)},
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
            "next if anything was ever tried. submitted: a try was there to submit.",
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
        .description =
            "Show the unit's hints up to a level, in words and in the scene. Every hint "
            "is recorded; after one of the last level no pass of this run is an own one.",
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
