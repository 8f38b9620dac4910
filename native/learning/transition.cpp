#include "learning/transition.hpp"

#include "learning/checks.hpp"
#include "learning/choice.hpp"

#include <algorithm>

namespace mvr::learning {
namespace {

constexpr Texts<2> rule_texts{"gap", "seed"};
constexpr double innovation_limit = 2;

void check(const TransitionInput &input)
{
    const ModelReadings &m = input.readings;
    const ModelWeights &w = input.weights;
    require(in_unit_interval(input.state), "state must be in [0, 1]");
    require(in_unit_interval(m.learner) && in_unit_interval(m.knowledge) &&
                in_unit_interval(m.engagement) && in_unit_interval(m.assessment),
            "readings must be in [0, 1]");
    require(w.learner >= 0 && w.knowledge >= 0 && w.engagement >= 0 && w.assessment >= 0 &&
                within(sum(w), 1 - 1e-9, 1 + 1e-9),
            "weights must not be negative and must sum to 1");
    require(in_unit_interval(input.alpha), "alpha must be in [0, 1]");
    require(in_unit_interval(input.beta), "beta must be in [0, 1]");
    require(std::isfinite(input.epsilon), "epsilon must be a number");
    require(within(input.least_delta, -1, 1), "least_delta must be in [-1, 1]");
}

} // namespace

EquationParameters equation_parameters(DeltaRule rule)
{
    if (rule == DeltaRule::gap) return {};
    const AdaptationParameters base;
    return {base.alpha_baseline, base.beta_exploration};
}

EquationParameters equation_parameters(DeltaRule rule, const AdaptationParameters &adaptation)
{
    const AdaptationParameters base;
    const EquationParameters ours = equation_parameters(rule);
    return {ours.alpha * adaptation.alpha_baseline / base.alpha_baseline,
            ours.beta * adaptation.beta_exploration / base.beta_exploration};
}

double half_life(double alpha)
{
    require(alpha > 0 && alpha < 1, "alpha must be between 0 and 1");
    return std::log(.5) / std::log(1 - alpha);
}

double composite_reading(const ModelWeights &weights, const ModelReadings &readings)
{
    return weights.learner * readings.learner + weights.knowledge * readings.knowledge +
           weights.engagement * readings.engagement + weights.assessment * readings.assessment;
}

TransitionStep advance_state(DeltaRule rule, const TransitionInput &input)
{
    check(input);
    const double composite = composite_reading(input.weights, input.readings);
    const double delta =
        rule == DeltaRule::gap ? std::max(composite - input.state, input.least_delta) : composite;
    const double next = input.state + input.alpha * delta + input.beta * input.epsilon;
    return {std::clamp(next, 0., 1.), composite, delta, input.epsilon};
}

double standardised_innovation(bool correct, double predicted)
{
    require(in_unit_interval(predicted), "a predicted chance must be in [0, 1]");
    const double surprise = (correct ? 1 : 0) - predicted;
    const double spread = std::sqrt(predicted * (1 - predicted));
    // A prediction of exactly 0 or 1 that comes true is no surprise; 0/0 would say NaN.
    if (surprise == 0) return 0;
    return std::clamp(surprise / spread, -innovation_limit, innovation_limit);
}

std::string_view to_text(DeltaRule rule) { return text_of(rule, rule_texts); }

Result<DeltaRule> delta_rule_from_text(std::string_view text)
{
    return choice_from<DeltaRule>(text, rule_texts, "rule for the transition");
}

} // namespace mvr::learning
