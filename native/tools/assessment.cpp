#include "tools/all.hpp"
#include "tools/observed_tries.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

store::PerformanceReported reported_of(const Json &arguments, const std::string &session)
{
    return {session, arguments.at("checkpoint_id"), arguments.at("assessment_type"),
            arguments.at("performance_data")};
}

Json reply_of(const Context &context, const Json &arguments, const Json &reply,
              const store::LearnerState *learner)
{
    const Json &evaluation = reply.at("evaluation");
    const Json &activity = reply.at("activity");
    const std::string skill = text_or_empty(reply, "skill");
    const bool unit_passed = learner != nullptr && is_done_unit(*learner, reply);
    return {{"status", "evaluated"},
            {"checkpoint_id", reply.at("checkpoint_id")},
            {"trigger_object_name", reply.at("trigger_object_name")},
            {"unit_id", reply.at("unit_id")},
            {"scene_name", reply.at("scene_name")},
            {"assessment_type", reply.at("assessment_type")},
            {"learning_objective", reply.at("learning_objective")},
            {"session_id", text_or_empty(reply, "session_id")},
            {"learner_id", learner == nullptr ? Json(nullptr) : Json(learner->learner_id)},
            {"provenance", "observed"},
            {"submitted", arguments.value("submit", false) && reply.value("begun", false)},
            {"begun", reply.value("begun", false)},
            {"passed", evaluation.at("passed")},
            {"score", evaluation.at("score")},
            {"unmet", evaluation.at("unmet")},
            {"evidence", evaluation.at("evidence")},
            {"tries", tries_json(reply)},
            {"history", reply.at("history")},
            {"activity", activity},
            {"completion_time", activity.value("total_seconds", 0.0)},
            {"unit_passed", unit_passed},
            {"reported", {{"performance_data", arguments.at("performance_data")}}},
            {"skill", learner == nullptr ? Json(nullptr) : skill_json(*learner, skill)},
            {"evaluation_timestamp", context.timestamp()}};
}

Result<Json> conclude(const Context &context, const Json &arguments, const Json &reply)
{
    if (arguments.at("assessment_type") != reply.at("assessment_type")) {
        const std::string authored = reply.at("assessment_type");
        return Error{Errc::invalid_argument, "this checkpoint is '" + authored + "'",
                     "assessment_type", "Give the type that the author chose."};
    }
    // Without a session there is nobody to credit.
    const std::string session = text_or_empty(reply, "session_id");
    const store::LearnerState *learner = context.state().find_by_session(session);
    std::vector<std::string> ids;
    if (learner != nullptr) {
        auto events = events_of(learner->learner_id, new_steps(*learner, reply));
        if (!arguments.at("performance_data").empty()) {
            events.push_back(
                store::new_event(learner->learner_id, reported_of(arguments, session)));
        }
        ids = context.keep(std::move(events));
    }
    Json result = reply_of(context, arguments, reply, context.state().find_by_session(session));
    result["event_ids"] = std::move(ids);
    return result;
}

Result<SceneCommand> prepare(const Context &context, const Json &arguments)
{
    Json wanted = {{"checkpoint_id", arguments.at("checkpoint_id")},
                   {"submit", arguments.value("submit", false)}};
    if (arguments.contains("session_id")) {
        auto owner = owner_of_session(context, arguments.at("session_id"));
        if (!owner) return owner.error();
        wanted["session_id"] = arguments.at("session_id");
    }
    return SceneCommand{"observe_checkpoint", std::move(wanted)};
}

} // namespace

void add_assessment_tool(ToolTable &table, const Context &context)
{
    const auto skill =
        object({req("skill", string()), req("p_known", share()),
                req("predicted", share().describe("Chance that the next try passes")),
                req("attempts", integer()), req("successes", integer())});
    table.add({
        .name = "evaluate_assessment",
        .title = "Evaluate a checkpoint",
        .description =
            "Judge a checkpoint by what is in the scene now and what was seen since the "
            "unit began. The result carries the measured values. A look: it may end a try as "
            "passed, never as failed; submit ends a try that was begun either way. "
            "performance_data is kept as reported and does not change the judgement.",
        .input_schema =
            object({req("checkpoint_id", string().length(1, 128).describe(
                                             "As create_assessment_trigger returned it, or the "
                                             "trigger object's name")),
                    req("assessment_type", assessment_type()),
                    req("performance_data", any_object().describe("What you saw; may be empty")),
                    opt("submit", boolean().describe("The learner says that it is done. Default: "
                                                     "false, only a look")),
                    opt("session_id",
                        session_id().describe("Default: the session that runs in Blender"))}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("evaluated")),
             req("checkpoint_id", string()),
             req("trigger_object_name", string()),
             req("unit_id", string()),
             req("scene_name", string()),
             req("assessment_type", string()),
             req("learning_objective", string()),
             req("session_id", string()),
             req("learner_id", string().or_null()),
             req("provenance", constant("observed")),
             req("submitted", boolean()),
             req("begun", boolean().describe("The learner has begun on it in this run")),
             req("passed", boolean().describe("It holds now")),
             req("score", share()),
             req("unmet", names()),
             req("evidence", any_object()),
             req("tries", array(any_object())
                              .describe("Those that ended since the "
                                        "learner was told last")),
             req("history", boolean().describe("Whether the unit was watched from its start")),
             req("activity", any_object()),
             req("completion_time", number().describe("Seconds")),
             req("unit_passed", boolean().describe("Every checkpoint was passed unaided")),
             req("reported", any_object()),
             req("skill", skill.or_null()),
             req("evaluation_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) { return prepare(context, arguments); },
        .conclude = [&context](const Json &arguments,
                               const Json &reply) { return conclude(context, arguments, reply); },
    });
}

} // namespace mvr::tools
