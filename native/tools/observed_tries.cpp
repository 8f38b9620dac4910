#include "tools/observed_tries.hpp"

#include "learning/knowledge.hpp"
#include "learning/unit_model.hpp"
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

/// They ended together: their order says nothing, so it must not be told.
std::vector<store::ObservedTry> sorted_tries(const Json &ended)
{
    std::vector<store::ObservedTry> tries;
    for (const Json &one : ended)
        tries.push_back(try_of(one));
    std::ranges::sort(tries, {}, [](const store::ObservedTry &one) {
        return std::tie(one.checkpoint_id, one.began_seconds, one.ended_seconds);
    });
    return tries;
}

store::AssessmentEvaluated step_of(const Json &told)
{
    store::AssessmentEvaluated step;
    step.number = told.at("number");
    step.submitted = told.at("submitted");
    step.tries = sorted_tries(told.at("tries"));
    read_json_value(told.at("unit_checkpoints"), step.unit_checkpoints);
    std::ranges::sort(step.unit_checkpoints);
    read_json_value(told.at("activity"), step.activity);
    return step;
}

} // namespace

std::vector<store::AssessmentEvaluated> new_steps(const store::LearnerState &learner,
                                                  const Json &reply)
{
    std::vector<store::AssessmentEvaluated> steps;
    const auto session = learner.sessions.find(text_or_empty(reply, "session_id"));
    if (session == learner.sessions.end() || !reply.contains("steps")) return steps;
    for (const Json &told : reply.at("steps")) {
        store::AssessmentEvaluated step = step_of(told);
        if (step.number <= session->second.steps) continue; // it came before
        step.session_id = session->first;
        step.unit_id = session->second.unit_id;
        steps.push_back(std::move(step));
    }
    std::ranges::sort(steps, {}, &store::AssessmentEvaluated::number);
    return steps;
}

std::vector<store::NewEvent> events_of(const std::string &learner,
                                       std::vector<store::AssessmentEvaluated> steps)
{
    std::vector<store::NewEvent> events;
    events.reserve(steps.size());
    for (store::AssessmentEvaluated &step : steps)
        events.push_back(store::new_event(learner, std::move(step)));
    return events;
}

std::size_t count_tries(const std::vector<store::AssessmentEvaluated> &steps)
{
    std::size_t tries = 0;
    for (const store::AssessmentEvaluated &step : steps)
        tries += step.tries.size();
    return tries;
}

Json tries_json(const Json &reply)
{
    Json tries = Json::array();
    for (const store::ObservedTry &ended : sorted_tries(reply.at("ended")))
        tries.push_back(to_json_value(ended));
    return tries;
}

bool is_done_unit(const store::LearnerState &learner, const Json &reply)
{
    const auto *unit = learning::find_unit(learner.model, text_or_empty(reply, "unit_id"));
    std::vector<std::string> checkpoints;
    read_json_value(reply.at("unit_checkpoints"), checkpoints);
    return unit != nullptr && learning::unit_done(unit->own_passed, checkpoints);
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
