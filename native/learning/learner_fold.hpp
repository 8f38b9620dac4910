#pragma once

// How a learner's model changes with what happened: one function an event. They change the model in
// place, depend on nothing else, and give the same bytes for the same events in the same order.
// A unit that none of start_phase and apply_decision began starts in onboarding.
// Thread: one at a time per model.

#include "learning/learner_model.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace mvr::learning {

/// The unit begins for this learner in its authored phase. Nothing happens if the record knows the
/// unit already: phases go on over repetitions.
void start_phase(LearnerModel &learner, std::string_view unit_id, LearningPhase authored);

/// A new profile. One that says the same as before changes nothing.
void set_profile(LearnerModel &learner, const Profile &profile);

/// A client reported an engagement score in [0, 1]; used where none is observed.
/// Throws Failure outside that range: reject it before.
void report_engagement(LearnerModel &learner, double score);

/// A hint was shown in the unit; `last_level` for one that says how it is done.
void show_hint(LearnerModel &learner, std::string_view unit_id, bool last_level);

/// All tries that one *Done*, one look or one moment ended: one step, whatever their order.
///
/// Own passes and failures are evidence, the other passes and the abandoned tries are not. Ability
/// and knowledge are updated from the joint likelihood at the state before:
/// v' = 1/(1/v + Σ a²p(1−p)), θ' = θ + v' Σ a(y − p); per skill P' ∝ P·Π likelihood, then one
/// transition by learning and forgetting. With one try these are `update` and `observe`. The index
/// moves once, by `gap`, with ε the mean innovation; tries are sorted before summing, so that no
/// bit depends on their order. A step without evidence leaves ability, knowledge and index. If all
/// evidence of a step is own passes, Δ is at least `own_pass_pull`·(1 − ∂), so that good work never
/// lowers the index, whatever the engagement reading (decision record 002).
///
/// `activity` is what was observed of the learner in the unit so far, if anything.
/// Returns the step of the index, or nothing when it did not move.
/// Throws Failure on a difficulty outside 1 to 10, an empty checkpoint id or skill.
std::optional<IndexStep> end_tries(LearnerModel &learner, std::string_view unit_id,
                                   std::span<const EndedTry> tries,
                                   const std::optional<Activity> &activity);

/// A step of own passes closes at least this share of the gap to 1, times α. A third is the least
/// with which three flawless tries, submitted together, bring the index from .5 to .60 at the
/// smallest α (.60) of a profile, ε left out.
inline constexpr double own_pass_pull = .35;

/// A decision of `decide` was recorded: remembers it with its basis, and begins the phase that
/// follows from it. Nothing happens for one that is `unchanged`.
void apply_decision(LearnerModel &learner, std::string_view unit_id, const DecidedOn &decided);

} // namespace mvr::learning
