#pragma once

// learning: the five models of a learner and the equation that joins them, as pure functions over
// values. It knows nothing of files, threads, JSON, Blender or the time of day: whoever calls it
// brings the numbers and keeps the results.

#include "support/result.hpp"

#include <string_view>

namespace mvr::learning {

/// The phases that a learner goes through in each unit, in this order.
enum class LearningEvent { onboarding, introduction, practice, application, mastery };

/// The phase after `event`; mastery is the last and stays. Thread: any.
LearningEvent next_event(LearningEvent event);

std::string_view to_text(LearningEvent event);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill. Thread: any.
Result<LearningEvent> learning_event_from_text(std::string_view text);

} // namespace mvr::learning
