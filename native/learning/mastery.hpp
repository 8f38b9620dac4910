#pragma once

// How sure we are that a skill is mastered: two answers to "P(success rate ≥ .8 | data)".

#include "learning/knowledge.hpp"

namespace mvr::learning {

/// A skill counts as mastered when tries at it succeed at least this often.
inline constexpr double mastery_threshold = .80;

/// Under knowledge tracing the success rate is 1 − slip if the skill is known and guess if not, so
/// the chance that it reaches `threshold` is p_known as long as 1 − slip does (and 0 when even
/// a known skill slips too often). This is what a decision uses: it allows for lucky guesses,
/// and three clean tries are enough. Thread: any.
double probability_mastered(const SkillState &skill, const BktParameters &parameters,
                            double threshold = mastery_threshold);

/// Pseudo-tries of the Beta distribution before the first try; 1 and 1 is uniform.
struct BetaPrior {
    double successes = 1;
    double failures = 1;
};

/// Chance that the success rate is at least `threshold`, from the counts alone (no learning curve,
/// no guessing): 1 − I_threshold(successes + prior, failures + prior). Stricter: ten clean tries
/// give .914. Counts ≥ 0, prior > 0, 0 < threshold < 1, else Failure.
/// Source: conjugate Beta–binomial model; regularised incomplete beta function of Boost.Math.
/// Thread: any.
double success_rate_probability(int successes, int failures, double threshold = mastery_threshold,
                                const BetaPrior &prior = {});

/// The success rate that is exceeded with chance 1 − `tail`, from the counts alone. Thread: any.
double success_rate_lower_bound(int successes, int failures, double tail = .05,
                                const BetaPrior &prior = {});

} // namespace mvr::learning
