#pragma once

#include <vector>

// ∩ from what the learner does: one ability on the logit scale, with its uncertainty.

namespace mvr::learning {

/// Ability in logits, normally distributed: 0 is the middle of the learners, 1 one standard
/// deviation above; an item of difficulty θ is done right half of the time.
struct Ability {
    double theta = 0;    ///< logits
    double variance = 1; ///< logits squared, in (0, 1]
};

/// Chance of success on an item of discrimination `a` (> 0) and difficulty `b` (logits) at the
/// mean ability: σ(a(θ − b)). Source: two-parameter logistic model, Birnbaum 1968. Thread: any.
double predict(const Ability &ability, double a, double b);

/// Ability after one observed try: v' = 1/(1/v + a²p(1−p)), θ' = θ + v'a(y − p).
/// Throws Failure if `a` is not above 0 or a number is not finite: item parameters are ours.
/// Source: assumed-density filtering of the 2PL; Glickman 1999, Pelánek 2016. Thread: any.
Ability update(const Ability &ability, double a, double b, bool correct);

/// One observed try of an item.
struct ItemOutcome {
    double a = 1; ///< discrimination, > 0
    double b = 0; ///< difficulty, logits
    bool correct = false;
};

/// Ability after several tries that belong to one moment: their joint likelihood at the state
/// before, v' = 1/(1/v + Σ a²p(1−p)), θ' = θ + v' Σ a(y − p). The order does not change a bit of
/// the result (they are sorted before summing); with one try it is `update`, without any the state
/// before. Throws like `update`. Thread: any.
Ability update_together(const Ability &ability, std::vector<ItemOutcome> outcomes);

/// Ability after `days` (≥ 0) without evidence: the variance grows by .01 a day, up to the
/// prior's 1. Source: Glickman 1999. Thread: any.
Ability drift(const Ability &ability, double days);

/// The learner model's reading in [0, 1]: Φ(θ), the share of the prior's learners below. Thread:
/// any.
double ability_reading(const Ability &ability);

/// Standard error of θ, logits.
double standard_error(const Ability &ability);

inline constexpr double target_success = .80;

/// Difficulty (logits) at which this learner succeeds with chance `target` in (0, 1):
/// b = θ − logit(p*)/a. .80 lies in the middle of the band .70–.90 in which practice is neither
/// dull nor hopeless. Throws Failure on a target or `a` outside its range. Thread: any.
double target_difficulty(const Ability &ability, double a, double target = target_success);

} // namespace mvr::learning
