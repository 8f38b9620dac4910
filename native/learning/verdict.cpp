#include "learning/verdict.hpp"

#include "learning/knowledge.hpp"

#include <algorithm>
#include <array>

namespace mvr::learning {
namespace {

constexpr std::array thresholds{0., support_threshold, continue_threshold, advance_threshold};

// So that .40 − .05 is .35 in binary fractions too.
constexpr double rounding = 1e-12;

bool reaches(double value, double threshold) { return value >= threshold - rounding; }

double threshold_of(Action action) { return thresholds.at(static_cast<std::size_t>(action)); }

Action band(double index)
{
    auto action = Action::advance_to_next_event;
    while (action != Action::remediate_prerequisites && !reaches(index, threshold_of(action)))
        action = static_cast<Action>(static_cast<int>(action) - 1);
    return action;
}

void take_weakest(Evidence &evidence, const UnitModel &unit, const std::string &skill)
{
    const auto found = unit.skills.find(skill);
    const double known = found == unit.skills.end() ? pessimistic.prior : found->second;
    if (!evidence.weakest_skill.empty() && known >= evidence.p_known) return;
    evidence.p_known = known;
    evidence.weakest_skill = skill;
}

/// What moving on asks for and the evidence does not give.
std::vector<Reason> missing(const UnitModel &unit, const Evidence &evidence,
                            std::size_t checkpoints)
{
    std::vector<Reason> reasons;
    const int own = own_passes_required + evidence.phase_failed;
    if (evidence.phase_own_passes < own)
        reasons.push_back(
            {ReasonCode::own_passes, double(evidence.phase_own_passes), double(own), ""});
    const int distinct = checkpoints == 1 ? 1 : distinct_checkpoints_required;
    if (evidence.phase_checkpoints < distinct)
        reasons.push_back({ReasonCode::distinct_checkpoints, double(evidence.phase_checkpoints),
                           double(distinct), ""});
    if (unit.failed_in_last_step) reasons.push_back({ReasonCode::failed_last, 0, 0, ""});
    return reasons;
}

/// The band of the index, held by hysteresis and by one step at a time; at most `continue`, as
/// moving on is for the evidence to say.
Action banded(const UnitModel &unit, std::vector<Reason> &reasons)
{
    const Action wanted = std::min(band(unit.index), Action::continue_current_event);
    const Action last =
        unit.last_decision ? unit.last_decision->decision.action : Action::continue_current_event;
    const Action previous = std::min(last, Action::continue_current_event);
    const double floor = threshold_of(previous) - hysteresis;
    if (wanted < previous && reaches(unit.index, floor)) {
        reasons.push_back({ReasonCode::held_by_hysteresis, floor, 0, ""});
        return previous;
    }
    const int from = static_cast<int>(previous);
    const auto stepped =
        static_cast<Action>(std::clamp(static_cast<int>(wanted), from - 1, from + 1));
    if (stepped != wanted) reasons.push_back({ReasonCode::one_step, 0, 0, ""});
    return stepped;
}

bool suffices(const std::vector<Reason> &lacks, const Evidence &evidence)
{
    return lacks.empty() && reaches(evidence.p_known, mastery_required);
}

/// The band, above it what good work calls for.
Action guarded(const UnitModel &unit, const UnitSituation &situation, bool sufficient,
               std::vector<Reason> &rules)
{
    if (sufficient) return Action::advance_to_next_event;
    const bool done = situation.done && !unit.failed_in_last_step;
    if (!flawless(unit) && !done) return banded(unit, rules);
    rules.push_back({flawless(unit) ? ReasonCode::flawless : ReasonCode::unit_done, 0, 0, ""});
    return Action::continue_current_event;
}

/// `continue` and `advance` with their own threshold; below them what the next better action asks.
Reason index_reason(double index, Action action)
{
    if (action == Action::advance_to_next_event) {
        const bool lags = !reaches(index, advance_threshold);
        return {lags ? ReasonCode::index_lags : ReasonCode::index, index, advance_threshold, ""};
    }
    const bool remediates = action == Action::remediate_prerequisites;
    return {ReasonCode::index, index, remediates ? support_threshold : continue_threshold, ""};
}

std::vector<Reason> evidence_reasons(const Evidence &evidence)
{
    std::vector<Reason> reasons;
    if (evidence.tries == 0)
        reasons.push_back({ReasonCode::no_try, 0, 0, ""});
    else
        reasons.push_back(
            {ReasonCode::tries, double(evidence.own_passes), double(evidence.tries), ""});
    if (evidence.tries < tries_to_judge)
        reasons.push_back(
            {ReasonCode::too_early, double(evidence.tries), double(tries_to_judge), ""});
    if (!evidence.weakest_skill.empty())
        reasons.push_back(
            {ReasonCode::p_known, evidence.p_known, mastery_required, evidence.weakest_skill});
    return reasons;
}

Reason struggling(const UnitModel &unit)
{
    const auto failed = std::ranges::count(unit.recent, TryOutcome::failed);
    return {ReasonCode::struggling, double(failed), double(unit.recent.size()), ""};
}

void append(std::vector<Reason> &to, const std::vector<Reason> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

Evidence evidence_of(const UnitModel &unit, const std::vector<Checkpoint> &checkpoints)
{
    Evidence evidence{unit.counts.tries(),      unit.counts.own_passes,
                      unit.counts.failed,       unit.phase_counts.own_passes,
                      unit.phase_counts.failed, static_cast<int>(unit.phase_own_passed.size()),
                      pessimistic.prior,        ""};
    for (const Checkpoint &each : checkpoints)
        take_weakest(evidence, unit, each.skill);
    if (checkpoints.empty())
        for (const auto &[skill, known] : unit.skills)
            take_weakest(evidence, unit, skill);
    return evidence;
}

Verdict judge(const UnitModel &unit, const Evidence &evidence, const UnitSituation &situation)
{
    const std::vector<Reason> lacks = missing(unit, evidence, situation.checkpoints);
    std::vector<Reason> rules;
    Verdict verdict;
    verdict.action = guarded(unit, situation, suffices(lacks, evidence), rules);
    if (struggles(unit)) {
        verdict.action = std::min(verdict.action, Action::provide_additional_support);
        rules.insert(rules.begin(), struggling(unit));
        verdict.phase_back = unit.phase_counts.tries() >= failures_to_support;
    }
    const bool may_go_back = situation.open_prerequisites && !situation.done;
    if (verdict.action == Action::remediate_prerequisites && !may_go_back) {
        verdict.action = Action::provide_additional_support;
        if (!situation.done) rules.push_back({ReasonCode::no_open_prerequisites, 0, 0, ""});
    }
    if (verdict.phase_back) rules.push_back({ReasonCode::phase_back, 0, 0, ""});

    verdict.reasons = evidence_reasons(evidence);
    verdict.reasons.push_back(index_reason(unit.index, verdict.action));
    if (verdict.action == Action::continue_current_event) append(verdict.reasons, lacks);
    append(verdict.reasons, rules);
    return verdict;
}

} // namespace mvr::learning
