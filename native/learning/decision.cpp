#include "learning/decision.hpp"

#include "learning/checks.hpp"
#include "learning/choice.hpp"
#include "learning/explain.hpp"

#include <algorithm>
#include <array>

namespace mvr::learning {
namespace {

// In the order of Action.
constexpr Texts<4> texts{"remediate_prerequisites", "provide_additional_support",
                         "continue_current_event", "advance_to_next_event"};
constexpr std::array thresholds{0., support_threshold, continue_threshold, advance_threshold};
constexpr std::array support_levels{"high", "high", "moderate", "low"};
constexpr std::array paces{"slower", "slower", "normal", "faster"};

// So that .40 − .05 is .35 in binary fractions too.
constexpr double rounding = 1e-12;

/// Tries after which the data weigh as much as the ½ of not knowing.
constexpr double confidence_half_tries = 3;

template <class T> T entry(const std::array<T, 4> &table, Action action)
{
    return table.at(static_cast<std::size_t>(action));
}

bool reaches(double state, double threshold) { return state >= threshold - rounding; }

void check(const DecisionInput &input)
{
    const Evidence &evidence = input.evidence;
    require(in_unit_interval(input.state), "state must be in [0, 1]");
    require(in_unit_interval(evidence.p_mastered), "p_mastered must be in [0, 1]");
    require(evidence.observed_items >= 0 && evidence.distinct_items >= 0 &&
                evidence.observed_successes >= 0,
            "counts must not be negative");
    require(evidence.distinct_items <= evidence.observed_items &&
                evidence.observed_successes <= evidence.observed_items,
            "there cannot be more distinct items or successes than observed items");
}

Action band(double state)
{
    auto action = Action::advance_to_next_event;
    while (action != Action::remediate_prerequisites && !reaches(state, entry(thresholds, action)))
        action = static_cast<Action>(static_cast<int>(action) - 1);
    return action;
}

/// The band, held by hysteresis and by one step at a time.
Verdict banded(double state, std::optional<Action> previous)
{
    Verdict verdict{band(state)};
    if (!previous) return verdict;
    const bool may_stay = *previous != Action::advance_to_next_event;
    if (verdict.action < *previous && may_stay &&
        reaches(state, entry(thresholds, *previous) - hysteresis)) {
        verdict.action = *previous;
        verdict.stayed = true;
        return verdict;
    }
    const int wanted = static_cast<int>(verdict.action);
    const int from = static_cast<int>(*previous);
    const int stepped = std::clamp(wanted, from - 1, from + 1);
    verdict.action = static_cast<Action>(stepped);
    verdict.stepped = stepped != wanted;
    return verdict;
}

bool suffices(const Evidence &evidence)
{
    return reaches(evidence.p_mastered, mastery_required) &&
           evidence.observed_items >= items_required &&
           evidence.distinct_items >= distinct_items_required;
}

double confidence(Action action, const Evidence &evidence)
{
    const double premise =
        action == Action::advance_to_next_event ? evidence.p_mastered : 1 - evidence.p_mastered;
    const double n = evidence.observed_items;
    return .5 + (premise - .5) * n / (n + confidence_half_tries);
}

} // namespace

Decision decide(const DecisionInput &input)
{
    check(input);
    Verdict verdict = banded(input.state, input.previous);
    if (verdict.action == Action::advance_to_next_event && !suffices(input.evidence)) {
        verdict.action = Action::continue_current_event;
        verdict.held_back = true;
    }

    Decision decision;
    decision.action = verdict.action;
    decision.confidence = confidence(verdict.action, input.evidence);
    decision.reasons = reasons_for(input, verdict);
    decision.reasoning = sentence_for(input, verdict, decision.reasons);
    decision.next_event =
        verdict.action == Action::advance_to_next_event ? next_event(input.event) : input.event;
    const double success = predict(input.ability, input.discrimination, input.difficulty);
    decision.adaptive_parameters = {1 + success - target_success,
                                    entry(support_levels, verdict.action),
                                    entry(paces, verdict.action)};
    decision.target_difficulty = target_difficulty(input.ability, input.discrimination);
    return decision;
}

std::string_view to_text(Action action) { return text_of(action, texts); }

Result<Action> action_from_text(std::string_view text)
{
    return choice_from<Action>(text, texts, "decision");
}

} // namespace mvr::learning
