#pragma once

// The decision that follows from what a learner did in a unit, whoever is told of it.

#include "store/state.hpp"
#include "support/json.hpp"
#include "tools/context.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// A decision as a learner's panel needs it, and the event that records it if it is new.
struct UnitDecision {
    Json reply; ///< see `short_reply_of`
    std::vector<std::string> event_ids;
};

/// Decides for the session's unit on the state as it is now, and records what is new.
/// `lesson` is the open file's, as the scene command tells it.
Result<UnitDecision> decide_for_unit(const Context &context, const std::string &learner,
                                     const std::string &session, const Json &lesson);

} // namespace mvr::tools
