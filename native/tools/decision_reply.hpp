#pragma once

// Decisions as tools make, record and reply them.

#include "learning/decision.hpp"
#include "mcp/schema.hpp"
#include "store/events.hpp"
#include "store/state.hpp"
#include "support/result.hpp"
#include "tools/context.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// What is decided about, and what the caller and the lesson say.
struct DecisionRequest {
    std::string session_id;
    std::string unit_id;
    learning::DecisionContext context;
};

struct MadeDecision {
    store::TransitionDecided event;
    learning::Decision decision; ///< by gap
    bool is_new = true;          ///< else it is the unit's last decision again, not recorded anew
};

/// Errors: Errc::invalid_argument for reports that contradict themselves; `field` names them.
Result<MadeDecision> decide_by_gap(const store::LearnerState &learner,
                                   const DecisionRequest &request);
Result<MadeDecision> decide_by_seed(const Context &context, const store::LearnerState &learner,
                                    const DecisionRequest &request);

/// The reply of make_transition_decision, but for what became of the record.
Json reply_of(const Context &context, const store::LearnerState &learner, const MadeDecision &made);

/// What a learner's panel needs of it: action, learner_text, unit_done, next_unit, too_early,
/// unchanged, adaptive_parameters.
Json short_reply_of(const MadeDecision &made);

/// The members of the reply, for its schema.
std::vector<mcp::Property> decision_members();

} // namespace mvr::tools
