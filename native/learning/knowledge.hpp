#pragma once

// ∆, the knowledge model: for each skill, the chance that the learner has it.

#include "support/result.hpp"

namespace mvr::learning {

/// Chances of Bayesian knowledge tracing with forgetting, each in [0, 1].
struct BktParameters {
    double prior = .40;  ///< known before the first try
    double learn = .15;  ///< becomes known at a try
    double guess = .20;  ///< right though not known, at most .5
    double slip = .10;   ///< wrong though known, at most .4
    double forget = .02; ///< becomes unknown between tries
};

/// What moving on is decided by: a guess counts more and a slip less than by default, so that a
/// pass says less and a failure more. Within the bounds of `checked`.
inline constexpr BktParameters pessimistic{.40, .15, .30, .05, .02};

/// Rejects parameters with which the model would mean the opposite of what it says
/// ("degenerate": a wrong answer raising the belief).
/// Errors: Errc::invalid_argument; `field` names the parameter. Thread: any.
/// Source: bounds of Corbett & Anderson 1995 and Baker, Corbett & Aleven 2008.
Result<BktParameters> checked(const BktParameters &parameters);

/// What is believed of one skill of one learner.
struct SkillState {
    double p_known = BktParameters{}.prior; ///< for the next try, learning and forgetting included
    int attempts = 0;
    int successes = 0;
};

/// A skill that was never tried.
SkillState untried(const BktParameters &parameters);

/// Chance that the next try is right. Thread: any.
double predict_correct(const SkillState &skill, const BktParameters &parameters);

/// Belief right after a try, before learning and forgetting: Bayes' rule. An outcome that the
/// parameters call impossible leaves the belief as it was.
double posterior_known(double p_known, bool correct, const BktParameters &parameters);

/// State after a try: posterior, then p' = p(1 − forget) + (1 − p)·learn.
/// Source: Corbett & Anderson 1995; with forgetting, Khajah, Lindsey & Mozer 2016. Thread: any.
SkillState observe(const SkillState &skill, bool correct, const BktParameters &parameters);

/// State after several tries of one step: P' ∝ P·Π likelihood for `passed` right and `failed` wrong
/// ones together, then learning and forgetting once. Whatever their order, the same bytes; with one
/// try it is `observe`. Throws Failure on negative counts. Thread: any.
SkillState observe_together(const SkillState &skill, int passed, int failed,
                            const BktParameters &parameters);

} // namespace mvr::learning
