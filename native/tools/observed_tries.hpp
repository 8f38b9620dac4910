#pragma once

// From what Blender observed of a unit to the steps that the record keeps.
//
// Blender tells every step again until it knows that the record has it: a reply may be lost, and
// neither a try may be lost with it nor be counted twice. Steps are numbered in their session.

#include "store/events.hpp"
#include "store/state.hpp"
#include "support/json.hpp"
#include "tools/context.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// Those `steps` in the reply of a scene command that the record does not have yet, in their order.
/// `learner` is whose session the reply is about.
std::vector<store::AssessmentEvaluated> new_steps(const store::LearnerState &learner,
                                                  const Json &reply);

/// As events of the learner, for `Context::keep`.
std::vector<store::NewEvent> events_of(const std::string &learner,
                                       std::vector<store::AssessmentEvaluated> steps);

std::size_t count_tries(const std::vector<store::AssessmentEvaluated> &steps);

/// The tries that `reply` tells the learner of (`ended`), as replies show them.
Json tries_json(const Json &reply);

/// Whether the learner has done the unit that a reply is about, by the checkpoints that it names.
bool is_done_unit(const store::LearnerState &learner, const Json &reply);

/// The learner's belief about a skill as replies show it; null when it was never tried.
Json skill_json(const store::LearnerState &learner, const std::string &skill);

} // namespace mvr::tools
