#pragma once

#include "learning/decision.hpp"
#include "mcp/schema.hpp"
#include "support/json.hpp"

namespace mvr::tools {

/// The schema of `model_inputs`: numbers that a client reports; each is used only where nothing
/// was observed, and by the rule seed.
mcp::Schema model_inputs();

/// What a caller says with a decision: `current_state.learning_event`, `model_inputs`, and the
/// digest by which a later call is compared with this one.
learning::DecisionContext decision_context(const Json &current_state, const Json &model_inputs);

} // namespace mvr::tools
