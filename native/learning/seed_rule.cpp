#include "learning/seed_rule.hpp"

#include "learning/noise.hpp"
#include "learning/weights.hpp"

#include <array>
#include <cmath>

namespace mvr::learning {
namespace {

/// What the specification reads from an empty report.
constexpr double empty_learner = (default_learner_weight + .7 * .5) / 1.5;
constexpr double empty_knowledge = (0 + .5) / 2;
constexpr double empty_mean = .5;

struct Band {
    Action action;
    double from;
    double confidence;
    std::string_view reasoning;
};

constexpr std::array bands{
    Band{Action::advance_to_next_event, .8, .9,
         "High transition state indicates strong learning progress"},
    Band{Action::continue_current_event, .6, .7,
         "Moderate progress, continue with current learning activities"},
    Band{Action::provide_additional_support, .4, .6,
         "Learning progress below optimal, additional support recommended"},
    Band{Action::remediate_prerequisites, 0, .8,
         "Low transition state indicates need for prerequisite remediation"},
};

const Band &band_of(double state)
{
    for (const Band &band : bands)
        if (state >= band.from) return band;
    return bands.back();
}

ModelReadings normalised(const ModelInputs &inputs)
{
    return {learner_reading(inputs.learner).value_or(empty_learner),
            knowledge_reading(inputs.knowledge).value_or(empty_knowledge),
            engagement_reading(inputs.engagement).value_or(empty_mean),
            assessment_reading(inputs.assessment).value_or(empty_mean)};
}

double finite_or(std::optional<double> value, double otherwise)
{
    return value && std::isfinite(*value) ? *value : otherwise;
}

EquationParameters parameters_of(const ReportedLearner &reported)
{
    const EquationParameters usual = equation_parameters(DeltaRule::seed);
    return {finite_or(reported.alpha_baseline, usual.alpha),
            finite_or(reported.beta_exploration, usual.beta)};
}

Decision gap_beside(const LearnerModel &learner, std::string_view unit_id, DecisionContext context)
{
    if (!check(context.inputs)) context.inputs = {};
    return decide(learner, unit_id, context).value();
}

} // namespace

SeedDecision decide_by_seed(const LearnerModel &learner, std::string_view unit_id,
                            const DecisionContext &context, std::uint64_t first_noise)
{
    ExplorationNoise noise(learner.seed.noise.value_or(first_noise));
    SeedDecision decision;
    decision.phase = context.learning_event.value_or(LearningPhase::practice);
    decision.readings = normalised(context.inputs);
    decision.parameters = parameters_of(context.inputs.learner);
    decision.state_before = learner.seed.transition;
    TransitionInput input{decision.state_before,       decision.readings,
                          weights_for(decision.phase), decision.parameters.alpha,
                          decision.parameters.beta,    noise.next()};
    decision.step = advance_state(DeltaRule::seed, input);

    const Band &band = band_of(decision.step.state);
    decision.action = band.action;
    decision.confidence = band.confidence;
    decision.next_phase =
        band.action == Action::advance_to_next_event ? next_phase(decision.phase) : decision.phase;
    decision.state = {decision.step.state, noise.state()};
    decision.gap = gap_beside(learner, unit_id, context);
    decision.gated = {decision.gap.action, decision.gap.reasons};
    return decision;
}

std::string_view seed_reasoning(Action action)
{
    for (const Band &band : bands)
        if (band.action == action) return band.reasoning;
    return bands.back().reasoning;
}

void apply_seed_decision(LearnerModel &learner, const SeedState &state) { learner.seed = state; }

} // namespace mvr::learning
