#include "learning/decision.hpp"

#include "learning/choice.hpp"
#include "learning/learner_model.hpp"
#include "learning/verdict.hpp"

#include <algorithm>
#include <array>

namespace mvr::learning {
namespace {

constexpr Texts<3> phase_sources{"record", "caller", "authored"};

// In the order of Action.
constexpr std::array support_levels{"high", "high", "moderate", "low"};
constexpr std::array paces{"slower", "slower", "normal", "faster"};
constexpr std::array guidances{GuidanceLevel::high, GuidanceLevel::high, GuidanceLevel::moderate,
                               GuidanceLevel::low};

/// Tries after which the data weigh as much as the ½ of not knowing.
constexpr double confidence_half_tries = 3;

template <class T> T entry(const std::array<T, 4> &table, Action action)
{
    return table.at(static_cast<std::size_t>(action));
}

double confidence(Action action, const Evidence &evidence)
{
    double premise = 1 - evidence.p_known;
    if (action == Action::advance_to_next_event) premise = evidence.p_known;
    if (action == Action::continue_current_event) premise = std::max(.5, premise);
    const double n = evidence.tries;
    return .5 + (premise - .5) * n / (n + confidence_half_tries);
}

double mean_difficulty(const std::vector<Checkpoint> &checkpoints)
{
    if (checkpoints.empty()) return 0;
    double sum = 0;
    for (const Checkpoint &each : checkpoints)
        sum += difficulty_logits(each.difficulty);
    return sum / static_cast<double>(checkpoints.size());
}

/// What the learner asked for in the profile counts as long as the evidence asks for nothing else.
GuidanceLevel guidance(Action action, const std::optional<Profile> &profile)
{
    const GuidanceLevel wanted = profile ? profile->traits.guidance_level : GuidanceLevel::adaptive;
    if (action == Action::continue_current_event && wanted != GuidanceLevel::adaptive)
        return wanted;
    return entry(guidances, action);
}

/// Nobody is helped unasked with what they have not tried; who took the last hint asked.
AdaptiveParameters adaptive_parameters(const LearnerModel &learner, const Decision &decision,
                                       const std::vector<Checkpoint> &checkpoints)
{
    const double success = predict(learner.ability, 1, mean_difficulty(checkpoints));
    const bool untried =
        decision.evidence.tries == 0 && decision.action >= Action::continue_current_event;
    return {1 + success - target_success, untried ? "low" : entry(support_levels, decision.action),
            entry(paces, decision.action), target_difficulty(learner.ability, 1),
            guidance(decision.action, learner.profile)};
}

/// What is left of the unit, with the code that says no more than that.
Advice what_is_left(const UnitModel *unit, const std::vector<Checkpoint> &checkpoints)
{
    Advice left{AdviceCode::keep_going, std::nullopt, 0, 0};
    for (const Checkpoint &each : checkpoints) {
        if (unit != nullptr && unit->own_passed.contains(each.checkpoint_id)) continue;
        ++left.remaining;
        left.helped += unit != nullptr && unit->passed.contains(each.checkpoint_id) ? 1 : 0;
    }
    return left;
}

Advice advice_for(const Decision &decision, const UnitModel *unit, const DecisionContext &context)
{
    if (decision.unit_done) {
        if (context.lesson_finished) return {AdviceCode::lesson_finished, std::nullopt};
        if (context.next_unit) return {AdviceCode::next_unit, context.next_unit};
        return {AdviceCode::unit_finished, std::nullopt};
    }
    Advice advice = what_is_left(unit, context.checkpoints);
    if (unit == nullptr || unit->counts.tries() == 0) {
        advice.code = AdviceCode::begin;
    } else if (decision.action == Action::remediate_prerequisites &&
               !context.open_prerequisites.empty()) {
        advice.code = AdviceCode::go_back;
        advice.unit = context.open_prerequisites.front();
    } else if (unit->failed_in_last_step) {
        if (decision.action < Action::continue_current_event)
            advice.code = AdviceCode::try_with_hint;
    } else if (advice.remaining > 0 && advice.helped == advice.remaining) {
        advice.code = AdviceCode::once_more; // with a hint it would come to the same again
    } else if (decision.action < Action::continue_current_event) {
        advice.code = AdviceCode::go_on_with_hint;
    }
    return advice;
}

void say_where_to_go(Decision &decision, const UnitModel *unit, const DecisionContext &context)
{
    decision.unit_done = unit_done(unit, context.checkpoints);
    decision.advice = advice_for(decision, unit, context);
}

void set_phase(Decision &decision, const UnitModel *unit, const DecisionContext &context)
{
    if (unit != nullptr && unit->phase_is_set) {
        decision.phase = unit->phase;
        decision.phase_source = PhaseSource::record;
    } else if (context.learning_event) {
        decision.phase = *context.learning_event;
        decision.phase_source = PhaseSource::caller;
    } else {
        decision.phase = context.authored_phase;
    }
}

void set_next_phase(Decision &decision, bool phase_back)
{
    const bool advances = decision.action == Action::advance_to_next_event;
    decision.next_phase = advances     ? next_phase(decision.phase)
                          : phase_back ? previous_phase(decision.phase)
                                       : decision.phase;
    decision.phase_begins = phase_back || (advances && decision.next_phase != decision.phase);
}

Decision decide_anew(const LearnerModel &learner, const UnitModel *known,
                     const DecisionContext &context)
{
    const UnitModel untried;
    const UnitModel &unit = known == nullptr ? untried : *known;
    Decision decision;
    set_phase(decision, known, context);
    decision.index = unit.index;
    decision.readings = read_models(learner, known, context.inputs);
    decision.composite = composite_reading(weights_for(decision.phase), decision.readings.values());
    decision.evidence = evidence_of(unit, context.checkpoints);
    decision.too_early = decision.evidence.tries < tries_to_judge;

    Verdict verdict = judge(unit, decision.evidence,
                            {context.checkpoints.size(), unit_done(known, context.checkpoints),
                             !context.open_prerequisites.empty()});
    decision.action = verdict.action;
    decision.reasons = std::move(verdict.reasons);
    decision.confidence = confidence(decision.action, decision.evidence);
    set_next_phase(decision, verdict.phase_back);
    decision.adaptive_parameters = adaptive_parameters(learner, decision, context.checkpoints);
    say_where_to_go(decision, known, context);
    return decision;
}

} // namespace

DecisionBasis basis_now(const LearnerModel &learner, std::string_view unit_id,
                        const DecisionContext &context)
{
    const UnitModel *unit = find_unit(learner, unit_id);
    return {unit == nullptr ? 0 : unit->revision, learner.profile_revision, context.inputs_digest};
}

Result<Decision> decide(const LearnerModel &learner, std::string_view unit_id,
                        const DecisionContext &context)
{
    if (auto checked = check(context.inputs); !checked) return checked.error();
    const UnitModel *unit = find_unit(learner, unit_id);
    const bool nothing_new = unit != nullptr && unit->last_decision &&
                             unit->last_decision->basis == basis_now(learner, unit_id, context);
    if (!nothing_new) return decide_anew(learner, unit, context);
    Decision again = unit->last_decision->decision;
    again.unchanged = true;
    say_where_to_go(again, unit, context);
    return again;
}

std::string_view to_text(PhaseSource source) { return text_of(source, phase_sources); }

} // namespace mvr::learning
