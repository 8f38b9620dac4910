#include "tools/observed_tries.hpp"

#include "learning/knowledge.hpp"
#include "learning/unit_model.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace mvr::tools {
namespace {

store::ObservedTry try_of(const EndedTry &reported)
{
    store::ObservedTry ended;
    ended.checkpoint_id = reported.checkpoint_id;
    ended.objective = reported.learning_objective;
    ended.assessment_type = reported.assessment_type;
    ended.skill = reported.skill;
    if (reported.difficulty)
        ended.item_difficulty = static_cast<int>(std::lround(*reported.difficulty));
    ended.outcome = reported.outcome;
    ended.last_level_hint = reported.last_level_hint;
    ended.corrected = reported.corrected;
    const bool passed = ended.outcome == learning::TryOutcome::passed;
    ended.own = passed && !ended.last_level_hint && !ended.corrected;
    ended.self_corrections = reported.self_corrected;
    ended.began_seconds = reported.began_s;
    ended.ended_seconds = reported.ended_s;
    ended.score = passed ? 1.0 : reported.evaluation.score;
    ended.evidence = reported.evaluation.evidence.members;
    if (!passed) ended.unmet = reported.evaluation.unmet;
    ended.boxes = reported.boxes;
    return ended;
}

store::AssessmentEvaluated step_of(const EndedStep &reported)
{
    store::AssessmentEvaluated step;
    step.number = reported.number;
    step.submitted = reported.submitted;
    step.tries = observed_tries(reported.tries);
    step.unit_checkpoints = reported.unit_checkpoints;
    std::ranges::sort(step.unit_checkpoints);
    step.activity = reported.activity;
    return step;
}

} // namespace

std::vector<store::ObservedTry> observed_tries(const std::vector<EndedTry> &ended)
{
    std::vector<store::ObservedTry> tries;
    tries.reserve(ended.size());
    for (const EndedTry &one : ended)
        tries.push_back(try_of(one));
    std::ranges::sort(tries, {}, [](const store::ObservedTry &one) {
        return std::tie(one.checkpoint_id, one.began_seconds, one.ended_seconds);
    });
    return tries;
}

std::vector<store::AssessmentEvaluated> new_steps(const store::LearnerState &learner,
                                                  const std::string &session_id,
                                                  const std::vector<EndedStep> &reported)
{
    std::vector<store::AssessmentEvaluated> steps;
    const auto session = learner.sessions.find(session_id);
    if (session == learner.sessions.end()) return steps;
    for (const EndedStep &one : reported) {
        store::AssessmentEvaluated step = step_of(one);
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

bool is_done_unit(const store::LearnerState &learner, const std::string &unit_id,
                  const std::vector<std::string> &checkpoints)
{
    const auto *unit = learning::find_unit(learner.model, unit_id);
    return unit != nullptr && learning::unit_done(unit->own_passed, checkpoints);
}

OrNull<SkillBelief> skill_belief(const store::LearnerState &learner, const std::string &skill)
{
    const auto found = learner.model.skills.find(skill);
    if (found == learner.model.skills.end()) return {};
    const learning::SkillState &state = found->second;
    return SkillBelief{skill, state.p_known,
                       learning::predict_correct(state, learning::BktParameters{}), state.attempts,
                       state.successes};
}

} // namespace mvr::tools
