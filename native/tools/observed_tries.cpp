#include "tools/observed_tries.hpp"

#include "learning/knowledge.hpp"
#include "store/event_descriptions.hpp"
#include "tools/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace mvr::tools {
namespace {

store::ObservedTry try_of(const Json &json)
{
    store::ObservedTry ended;
    const Json &evaluation = object_or_empty(json, "evaluation");
    ended.checkpoint_id = json.at("checkpoint_id");
    ended.objective = text_or_empty(json, "learning_objective");
    ended.assessment_type = text_or_empty(json, "assessment_type");
    ended.skill = json.at("skill");
    const auto difficulty = json.find("difficulty");
    if (difficulty != json.end() && difficulty->is_number())
        ended.item_difficulty = static_cast<int>(std::lround(difficulty->get<double>()));
    read_json_value(json.at("outcome"), ended.outcome);
    ended.last_level_hint = json.at("last_level_hint");
    ended.corrected = json.at("corrected");
    ended.own =
        ended.outcome == learning::TryOutcome::passed && !ended.last_level_hint && !ended.corrected;
    ended.self_corrections = json.value("self_corrected", 0);
    ended.began_seconds = json.at("began_s");
    ended.ended_seconds = json.at("ended_s");
    const bool passed = ended.outcome == learning::TryOutcome::passed;
    ended.score = passed ? 1.0 : evaluation.value("score", 0.0);
    ended.evidence = object_or_empty(evaluation, "evidence");
    if (!passed && evaluation.contains("unmet"))
        read_json_value(evaluation.at("unmet"), ended.unmet);
    return ended;
}

} // namespace

store::AssessmentEvaluated step_of(const Json &reply, bool submitted)
{
    store::AssessmentEvaluated step;
    step.session_id = text_or_empty(reply, "session_id");
    step.unit_id = text_or_empty(reply, "unit_id");
    step.submitted = submitted;
    if (reply.contains("ended")) {
        for (const Json &ended : reply.at("ended"))
            step.tries.push_back(try_of(ended));
    }
    // They ended together: their order says nothing, so it must not be told.
    std::ranges::sort(step.tries, {}, [](const store::ObservedTry &ended) {
        return std::tie(ended.checkpoint_id, ended.began_seconds, ended.ended_seconds);
    });
    if (reply.contains("unit_checkpoints"))
        read_json_value(reply.at("unit_checkpoints"), step.unit_checkpoints);
    std::ranges::sort(step.unit_checkpoints);
    read_json_value(object_or_empty(reply, "activity"), step.activity);
    return step;
}

std::vector<std::string> keep_step(const Context &context, const std::string &learner,
                                   store::AssessmentEvaluated step)
{
    if (learner.empty() || step.tries.empty()) return {};
    return context.keep(store::new_event(learner, std::move(step)));
}

Json tries_json(const store::AssessmentEvaluated &step)
{
    Json tries = Json::array();
    for (const store::ObservedTry &ended : step.tries)
        tries.push_back(to_json_value(ended));
    return tries;
}

Json skill_json(const store::LearnerState &learner, const std::string &skill)
{
    const auto found = learner.model.skills.find(skill);
    if (found == learner.model.skills.end()) return nullptr;
    const learning::SkillState &state = found->second;
    return {{"skill", skill},
            {"p_known", state.p_known},
            {"predicted", learning::predict_correct(state, learning::BktParameters{})},
            {"attempts", state.attempts},
            {"successes", state.successes}};
}

} // namespace mvr::tools
