#pragma once

// The decision that follows from what a learner did in a unit, whoever hears of it.

#include "store/state.hpp"
#include "tools/context.hpp"
#include "tools/decision_reply.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

/// A decision as a learner's panel needs it, and the event that records it if it is new.
struct UnitDecision {
    UnitDecisionReply reply;
    std::vector<std::string> event_ids;
};

/// Decides for the session's unit on the state as it is now, and records what is new. Nothing where
/// none can be made, as before Blender has read the open file: what was recorded until then stays,
/// and the reason is logged.
std::optional<UnitDecision> decide_for_unit(const Context &context, const std::string &learner,
                                            const std::string &session);

} // namespace mvr::tools
