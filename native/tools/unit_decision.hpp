#pragma once

// The decision that follows from what a learner did in a unit, whoever is told of it.

#include "store/state.hpp"
#include "tools/context.hpp"
#include "tools/decision_reply.hpp"
#include "tools/lesson_shape.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// A decision as a learner's panel needs it, and the event that records it if it is new.
struct UnitDecision {
    UnitDecisionReply reply;
    std::vector<std::string> event_ids;
};

/// Decides for the session's unit on the state as it is now, and records what is new.
/// `lesson` is the open file's.
Result<UnitDecision> decide_for_unit(const Context &context, const std::string &learner,
                                     const std::string &session, const Lesson &lesson);

} // namespace mvr::tools
