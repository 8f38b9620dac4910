#pragma once

// ∂(t+1) = ∂(t) + α·Δ(∩, ∆, E, A) + β·ε(t), the transition index.

#include "learning/learner.hpp"
#include "learning/weights.hpp"

#include <string_view>

namespace mvr::learning {

/// What Δ and ε mean. The equation is the same; each rule has its own α and β.
///
/// `gap` (the default): Δ = c − ∂, so that the index follows the composite reading c up and down; ε
/// is the standardised innovation, by how much the tries surprised the model. α .7, β .02.
/// `seed`: the pathway specification to the letter: Δ = c, ε Gaussian (ExplorationNoise). α .7, β
/// .15. As c is never negative the index only rises and is at its ceiling after two or three
/// events; kept so that its authors can compare.
enum class DeltaRule { gap, seed };

/// The four models' readings, each in [0, 1].
struct ModelReadings {
    double learner = 0;
    double knowledge = 0;
    double engagement = 0;
    double assessment = 0;
};

struct EquationParameters {
    double alpha = .7; ///< learning rate, in [0, 1]
    double beta = .02; ///< weight of ε, in [0, 1]
};

/// A learner that nothing is known of starts here.
inline constexpr double initial_state = .5;

/// The defaults of a rule.
EquationParameters equation_parameters(DeltaRule rule);

/// The rule's defaults in proportion to the learner's adaptation parameters: α·alpha_baseline/.70,
/// β·beta_exploration/.15 (so for `seed` they are the adaptation parameters themselves).
EquationParameters equation_parameters(DeltaRule rule, const AdaptationParameters &adaptation);

struct TransitionInput {
    double state = initial_state; ///< ∂(t), in [0, 1]
    ModelReadings readings;
    ModelWeights weights;
    double alpha = .7;
    double beta = .02;
    double epsilon = 0;
    double least_delta = -1; ///< `gap` takes no Δ below it; −1 is no bound
};

struct TransitionStep {
    double state = 0;     ///< ∂(t+1), in [0, 1]
    double composite = 0; ///< c, the weighted sum of the readings
    double delta = 0;     ///< Δ
    double epsilon = 0;   ///< ε as used
};

/// Steps after which half of the gap to constant readings is closed, by the `gap` rule:
/// ln ½ / ln(1 − α), .576 for α = .7. 0 < α < 1, else Failure. Thread: any.
double half_life(double alpha);

/// c = Σ weight·reading, in [0, 1] if the weights sum to 1.
double composite_reading(const ModelWeights &weights, const ModelReadings &readings);

/// One step of the equation, the result clipped to [0, 1].
/// Throws Failure if an input is outside its range or not a number: readings are normalised before.
/// Thread: any.
TransitionStep advance_state(DeltaRule rule, const TransitionInput &input);

/// ε of the `gap` rule: (y − p)/√(p(1 − p)) clipped to ±2, with `p` in [0, 1] the chance of success
/// predicted before the try; mean 0 and variance 1 if the predictions are calibrated. Thread: any.
double standardised_innovation(bool correct, double predicted);

std::string_view to_text(DeltaRule rule);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill.
Result<DeltaRule> delta_rule_from_text(std::string_view text);

} // namespace mvr::learning
