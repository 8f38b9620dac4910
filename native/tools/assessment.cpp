#include "learning/ability.hpp"
#include "learning/knowledge.hpp"
#include "learning/mastery.hpp"
#include "learning/transition.hpp"
#include "tools/all.hpp"
#include "tools/vocabulary.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

// No item has been calibrated yet: every checkpoint counts as one of middle difficulty.
constexpr double item_discrimination = 1;
constexpr double item_difficulty = 0;

/// What one observed try does to the models.
struct Update {
    double predicted = 0; ///< chance of passing, before
    double innovation = 0;
    learning::SkillState skill;
    learning::Ability ability;
};

Update update_models(const store::LearnerState *learner, const std::string &skill, bool passed)
{
    const learning::BktParameters parameters;
    learning::SkillState before = learning::untried(parameters);
    learning::Ability ability;
    if (learner != nullptr) {
        ability = learner->ability;
        if (const auto known = learner->skills.find(skill); known != learner->skills.end()) {
            before = known->second;
        }
    }
    const double predicted = learning::predict_correct(before, parameters);
    return {predicted, learning::standardised_innovation(passed, predicted),
            learning::observe(before, passed, parameters),
            learning::update(ability, item_discrimination, item_difficulty, passed)};
}

bool whole_unit_passed(const store::LearnerState *learner, const Json &reply, bool passed)
{
    std::set<std::string> done;
    const std::string unit = reply.at("unit_id");
    if (learner != nullptr) {
        const auto progress = learner->units.find(unit);
        if (progress != learner->units.end()) done = progress->second.passed_checkpoints;
    }
    if (passed) done.insert(reply.at("checkpoint_id").get<std::string>());
    const Json &all = reply.at("unit_checkpoints");
    return std::all_of(all.begin(), all.end(), [&](const Json &checkpoint) {
        return done.contains(checkpoint.get<std::string>());
    });
}

store::AssessmentEvaluated judged(const Json &arguments, const Json &reply)
{
    const Json &evaluation = reply.at("evaluation");
    store::AssessmentEvaluated event;
    event.session_id = text_or_empty(reply, "session_id");
    event.unit_id = reply.at("unit_id");
    event.checkpoint_id = reply.at("checkpoint_id");
    event.objective = reply.at("learning_objective");
    event.assessment_type = reply.at("assessment_type");
    event.skill = event.unit_id;
    event.passed = evaluation.at("passed");
    event.score = evaluation.at("score");
    event.evidence = evaluation.at("evidence");
    event.unmet = evaluation.at("unmet");
    event.performance_data = arguments.at("performance_data");
    event.activity = reply.at("activity");
    return event;
}

Json reply_of(const Context &context, const store::AssessmentEvaluated &event, const Json &reply,
              const store::LearnerState *learner)
{
    Json result = {{"status", "evaluated"},
                   {"checkpoint_id", event.checkpoint_id},
                   {"trigger_object_name", reply.at("trigger_object_name")},
                   {"unit_id", event.unit_id},
                   {"scene_name", reply.at("scene_name")},
                   {"assessment_type", event.assessment_type},
                   {"learning_objective", event.objective},
                   {"session_id", event.session_id},
                   {"learner_id", learner == nullptr ? Json(nullptr) : Json(learner->learner_id)},
                   {"provenance", event.provenance},
                   {"passed", event.passed},
                   {"score", event.score},
                   {"unmet", event.unmet},
                   {"evidence", event.evidence},
                   {"history", reply.at("history")},
                   {"activity", event.activity},
                   {"completion_time", event.activity.value("total_seconds", 0.0)},
                   {"unit_passed", event.unit_passed},
                   {"reported", {{"performance_data", event.performance_data}}},
                   {"evaluation_timestamp", context.timestamp()}};
    return result;
}

Json skill_reply(const store::AssessmentEvaluated &event, const Update &update)
{
    return {{"skill", event.skill},
            {"p_known", update.skill.p_known},
            {"predicted", update.predicted},
            {"attempts", update.skill.attempts},
            {"successes", update.skill.successes}};
}

Result<Json> conclude(const Context &context, const Json &arguments, const Json &reply)
{
    if (arguments.at("assessment_type") != reply.at("assessment_type")) {
        const std::string authored = reply.at("assessment_type");
        return Error{Errc::invalid_argument, "this checkpoint is '" + authored + "'",
                     "assessment_type", "Give the type that the author chose."};
    }
    auto event = judged(arguments, reply);
    const store::LearnerState *learner = context.state().find_by_session(event.session_id);
    Json skill = nullptr;
    if (learner != nullptr) { // without a session there is nobody to credit
        const auto update = update_models(learner, event.skill, event.passed);
        event.skill_after = update.skill;
        event.ability_after = update.ability;
        event.innovation = update.innovation;
        event.unit_passed = whole_unit_passed(learner, reply, event.passed);
        skill = skill_reply(event, update);
    }
    Json result = reply_of(context, event, reply, learner);
    result["skill"] = std::move(skill);
    const std::string owner = learner == nullptr ? std::string() : learner->learner_id;
    return with_recording(std::move(result),
                          context.ledger->record(store::new_event(owner, event)));
}

} // namespace

void add_assessment_tool(ToolTable &table, const Context &context)
{
    const auto skill = object({req("skill", string()), req("p_known", share()),
                               req("predicted", share().describe("Chance of passing, before")),
                               req("attempts", integer()), req("successes", integer())});
    table.add({
        .name = "evaluate_assessment",
        .title = "Evaluate a checkpoint",
        .description =
            "Judge a checkpoint by what is in the scene now and what was seen since the "
            "unit began. The result carries the measured values. performance_data is kept "
            "as reported and does not change the judgement.",
        .input_schema =
            object({req("checkpoint_id", string().length(1, 128).describe(
                                             "As create_assessment_trigger returned it, or the "
                                             "trigger object's name")),
                    req("assessment_type", assessment_type()),
                    req("performance_data", any_object().describe("What you saw; may be empty")),
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
             req("passed", boolean()),
             req("score", share()),
             req("unmet", names()),
             req("evidence", any_object()),
             req("history", boolean().describe("Whether the unit was watched from its start")),
             req("activity", any_object()),
             req("completion_time", number().describe("Seconds")),
             req("unit_passed", boolean()),
             req("reported", any_object()),
             req("skill", skill.or_null()),
             req("evaluation_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            Json wanted = {{"checkpoint_id", arguments.at("checkpoint_id")}};
            if (arguments.contains("session_id")) {
                auto owner = owner_of_session(context, arguments.at("session_id"));
                if (!owner) return owner.error();
                wanted["session_id"] = arguments.at("session_id");
            }
            return SceneCommand{"observe_checkpoint", std::move(wanted)};
        },
        .conclude = [&context](const Json &arguments,
                               const Json &reply) { return conclude(context, arguments, reply); },
    });
}

} // namespace mvr::tools
