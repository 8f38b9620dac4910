#include "tools/observed_tries.hpp"

#include "learning/knowledge.hpp"
#include "learning/unit_model.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace mvr::tools {
namespace {

store::ObservedTry try_of(const EndedTry &told)
{
    store::ObservedTry ended;
    ended.checkpoint_id = told.checkpoint_id;
    ended.objective = told.learning_objective;
    ended.assessment_type = told.assessment_type;
    ended.skill = told.skill;
    if (told.difficulty) ended.item_difficulty = static_cast<int>(std::lround(*told.difficulty));
    ended.outcome = told.outcome;
    ended.last_level_hint = told.last_level_hint;
    ended.corrected = told.corrected;
    const bool passed = ended.outcome == learning::TryOutcome::passed;
    ended.own = passed && !ended.last_level_hint && !ended.corrected;
    ended.self_corrections = told.self_corrected;
    ended.began_seconds = told.began_s;
    ended.ended_seconds = told.ended_s;
    ended.score = passed ? 1.0 : told.evaluation.score;
    ended.evidence = told.evaluation.evidence.members;
    if (!passed) ended.unmet = told.evaluation.unmet;
    return ended;
}

store::AssessmentEvaluated step_of(const EndedStep &told)
{
    store::AssessmentEvaluated step;
    step.number = told.number;
    step.submitted = told.submitted;
    step.tries = observed_tries(told.tries);
    step.unit_checkpoints = told.unit_checkpoints;
    std::ranges::sort(step.unit_checkpoints);
    step.activity = told.activity;
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
                                                  const std::vector<EndedStep> &told)
{
    std::vector<store::AssessmentEvaluated> steps;
    const auto session = learner.sessions.find(session_id);
    if (session == learner.sessions.end()) return steps;
    for (const EndedStep &one : told) {
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
