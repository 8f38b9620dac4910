#pragma once

// `rule: "seed"`: the pathway specification's transition to the letter, so that its authors can
// compare. ∂ is the learner's, moves with each call, and only rises but for noise.

#include "learning/action.hpp"
#include "learning/decision.hpp"
#include "learning/learner_model.hpp"
#include "learning/phase.hpp"
#include "learning/transition.hpp"

#include <cstdint>
#include <string_view>

namespace mvr::learning {

/// What `gap` says beside it.
struct Gated {
    Action action = Action::continue_current_event;
    std::vector<Reason> reasons;
};

struct SeedDecision {
    TransitionStep step;     ///< ∂(t+1), c, Δ = c, ε
    double state_before = 0; ///< ∂(t)
    ModelReadings readings;  ///< the four normalisations, missing values by its defaults
    LearningPhase phase = LearningPhase::practice; ///< the caller's `learning_event`
    EquationParameters parameters;                 ///< .7/.15 or the reported ones
    Action action = Action::continue_current_event;
    double confidence = 0; ///< one of its four constants
    LearningPhase next_phase = LearningPhase::practice;
    SeedState state; ///< for the next call
    Gated gated;
    Decision gap; ///< whole, e.g. for the sentences and the adaptive parameters
};

/// One step by the specification from `context.inputs` and `context.learning_event` alone; ε from a
/// generator that continues the learner's, or begins with `first_noise`.
/// Numbers that are not finite are taken as missing; others enter as they are and are clipped where
/// the specification clips. For `gated` a report that `decide` would reject counts as empty.
/// Source: pathway specification, phase 3, "compute_transition_state" and
/// "interpret_transition_decision". Thread: any.
SeedDecision decide_by_seed(const LearnerModel &learner, std::string_view unit_id,
                            const DecisionContext &context, std::uint64_t first_noise);

/// The specification's sentence for an action.
std::string_view seed_reasoning(Action action);

/// A recorded `seed` decision: its state becomes the learner's. Neither phase nor index of the unit
/// follow it.
void apply_seed_decision(LearnerModel &learner, const SeedState &state);

} // namespace mvr::learning
