#pragma once

// learning: the five models of a learner and the equation that joins them, as pure functions over
// values. It knows nothing of files, threads, JSON, Blender or the time of day: whoever calls it
// brings the numbers and keeps the results.

#include "support/result.hpp"

#include <string_view>

namespace mvr::learning {

/// The phases that a learner goes through in each unit, in this order. On the wire and in the
/// record a phase is called `learning_event`, as the pathway specification names it.
enum class LearningPhase { onboarding, introduction, practice, application, mastery };

/// The phase after `phase`; mastery is the last and stays. Thread: any.
LearningPhase next_phase(LearningPhase phase);

/// The phase before `phase`; onboarding is the first and stays. Thread: any.
LearningPhase previous_phase(LearningPhase phase);

std::string_view to_text(LearningPhase phase);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill. Thread: any.
Result<LearningPhase> learning_phase_from_text(std::string_view text);

} // namespace mvr::learning
