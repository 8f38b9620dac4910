#include "learning/learner_fold.hpp"

#include "learning/checks.hpp"

#include <algorithm>
#include <vector>

namespace mvr::learning {
namespace {

struct SkillCounts {
    int passed = 0;
    int failed = 0;
};

/// What one step says of what the learner can do, in an order of its own.
struct StepEvidence {
    std::vector<ItemOutcome> outcomes; ///< sorted by difficulty, failures first
    std::map<std::string, SkillCounts, std::less<>> skills;
    int failed = 0;
};

UnitModel &unit_of(LearnerModel &learner, std::string_view unit_id)
{
    const auto found = learner.units.find(unit_id);
    if (found != learner.units.end()) return found->second;
    return learner.units[std::string(unit_id)];
}

std::vector<EndedTry> without_abandoned(std::span<const EndedTry> tries)
{
    std::vector<EndedTry> judged;
    std::ranges::copy_if(tries, std::back_inserter(judged), [](const EndedTry &each) {
        return each.outcome != TryOutcome::abandoned;
    });
    return judged;
}

StepEvidence evidence_of(std::span<const EndedTry> tries)
{
    StepEvidence evidence;
    for (const EndedTry &each : tries) {
        require(!each.checkpoint_id.empty() && !each.skill.empty(),
                "a try names its checkpoint and its skill");
        if (!is_evidence(each)) continue;
        const bool passed = each.outcome == TryOutcome::passed;
        evidence.outcomes.push_back({1, difficulty_logits(each.difficulty), passed});
        SkillCounts &skill = evidence.skills[each.skill];
        ++(passed ? skill.passed : skill.failed);
        evidence.failed += passed ? 0 : 1;
    }
    std::ranges::sort(evidence.outcomes, {},
                      [](const ItemOutcome &each) { return std::pair(each.b, each.correct); });
    return evidence;
}

void count(TryCounts &counts, const EndedTry &ended)
{
    if (ended.outcome == TryOutcome::failed)
        ++counts.failed;
    else
        ++(is_own_pass(ended) ? counts.own_passes : counts.other_passes);
}

/// The step's failures stand last: which of them came last is not known, and the guard against
/// overlooking a learner in trouble takes the worse case.
void remember_outcomes(std::vector<TryOutcome> &recent, std::span<const EndedTry> tries)
{
    for (const TryOutcome outcome : {TryOutcome::passed, TryOutcome::failed})
        for (const EndedTry &each : tries)
            if (each.outcome == outcome) recent.push_back(outcome);
    if (recent.size() > recent_tries)
        recent.erase(recent.begin(), recent.end() - static_cast<std::ptrdiff_t>(recent_tries));
}

void count_tries(UnitModel &unit, std::span<const EndedTry> tries)
{
    for (const EndedTry &each : tries) {
        count(unit.counts, each);
        count(unit.phase_counts, each);
        if (each.outcome == TryOutcome::passed) unit.passed.insert(each.checkpoint_id);
        if (is_own_pass(each)) {
            unit.own_passed.insert(each.checkpoint_id);
            unit.phase_own_passed.insert(each.checkpoint_id);
        }
        unit.last_level_hint = unit.last_level_hint || each.last_level_hint;
        ++unit.revision;
    }
    remember_outcomes(unit.recent, tries);
    unit.failed_in_last_step = std::ranges::any_of(
        tries, [](const EndedTry &each) { return each.outcome == TryOutcome::failed; });
}

double mean_innovation(const Ability &before, const StepEvidence &evidence)
{
    double sum = 0;
    for (const ItemOutcome &each : evidence.outcomes)
        sum += standardised_innovation(each.correct, predict(before, each.a, each.b));
    return sum / static_cast<double>(evidence.outcomes.size());
}

void learn_skills(LearnerModel &learner, UnitModel &unit, const StepEvidence &evidence)
{
    const BktParameters usual;
    for (const auto &[name, counts] : evidence.skills) {
        SkillState &skill = learner.skills.try_emplace(name, untried(usual)).first->second;
        skill = observe_together(skill, counts.passed, counts.failed, usual);
        double &bound = unit.skills.try_emplace(name, pessimistic.prior).first->second;
        bound = observe_together({bound}, counts.passed, counts.failed, pessimistic).p_known;
    }
}

IndexStep move_index(const LearnerModel &learner, UnitModel &unit, const StepEvidence &evidence,
                     double epsilon)
{
    const Readings readings = read_models(learner, &unit, {});
    const auto [alpha, beta] = gap_parameters(learner);
    TransitionInput input{unit.index, readings.values(), weights_for(unit.phase), alpha, beta,
                          epsilon};
    if (evidence.failed == 0) input.least_delta = own_pass_pull * (1 - unit.index);
    const TransitionStep step = advance_state(DeltaRule::gap, input);
    unit.index = step.state;
    return {unit.phase,     input.state, readings.engagement.value,
            step.composite, step.delta,  epsilon,
            alpha,          beta,        step.state};
}

void begin_phase(UnitModel &unit, LearningPhase phase)
{
    unit.phase = phase;
    unit.phase_is_set = true;
    unit.phase_counts = {};
    unit.phase_own_passed.clear();
    unit.phase_hints = 0;
}

} // namespace

void start_phase(LearnerModel &learner, std::string_view unit_id, LearningPhase authored)
{
    UnitModel &unit = unit_of(learner, unit_id);
    if (unit.phase_is_set) return;
    unit.phase = authored;
    unit.phase_is_set = true;
}

void set_profile(LearnerModel &learner, const Profile &profile)
{
    if (learner.profile == profile) return;
    learner.profile = profile;
    ++learner.profile_revision;
}

void report_engagement(LearnerModel &learner, double score)
{
    require(in_unit_interval(score), "a reported engagement must be in [0, 1]");
    learner.reported_engagement = score;
}

void show_hint(LearnerModel &learner, std::string_view unit_id, bool last_level)
{
    UnitModel &unit = unit_of(learner, unit_id);
    ++unit.hints;
    ++unit.phase_hints;
    ++unit.revision;
    unit.last_level_hint = unit.last_level_hint || last_level;
}

std::optional<IndexStep> end_tries(LearnerModel &learner, std::string_view unit_id,
                                   std::span<const EndedTry> tries,
                                   const std::optional<Activity> &activity)
{
    const std::vector<EndedTry> judged = without_abandoned(tries);
    if (judged.empty()) return std::nullopt;
    const StepEvidence evidence = evidence_of(judged);
    UnitModel &unit = unit_of(learner, unit_id);
    count_tries(unit, judged);
    if (activity) unit.activity = activity;
    if (evidence.outcomes.empty()) return std::nullopt;

    const double epsilon = mean_innovation(learner.ability, evidence);
    learner.ability = update_together(learner.ability, evidence.outcomes);
    learner.evidence += static_cast<int>(evidence.outcomes.size());
    learn_skills(learner, unit, evidence);
    unit.last_step = move_index(learner, unit, evidence, epsilon);
    return unit.last_step;
}

void apply_decision(LearnerModel &learner, std::string_view unit_id, const DecidedOn &decided)
{
    const Decision &decision = decided.decision;
    if (decision.unchanged) return;
    UnitModel &unit = unit_of(learner, unit_id); // deciding about a unit does not begin it
    unit.last_decision = decided;
    if (decision.phase_begins) begin_phase(unit, decision.next_phase);
}

} // namespace mvr::learning
