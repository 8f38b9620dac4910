#pragma once

// From what Blender observed of a unit to the step that the record keeps.

#include "store/events.hpp"
#include "store/state.hpp"
#include "support/json.hpp"
#include "tools/context.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// The step in the reply of a scene command that observed or left a unit: its `ended` tries, and
/// what was observed around them.
store::AssessmentEvaluated step_of(const Json &reply, bool submitted);

/// Records the step for the session's learner, unless no try ended; the events' ids.
std::vector<std::string> keep_step(const Context &context, const std::string &learner,
                                   store::AssessmentEvaluated step);

/// The tries of a step as replies show them.
Json tries_json(const store::AssessmentEvaluated &step);

/// The learner's belief about a skill as replies show it; null when it was never tried.
Json skill_json(const store::LearnerState &learner, const std::string &skill);

} // namespace mvr::tools
