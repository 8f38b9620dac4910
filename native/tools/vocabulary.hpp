#pragma once

// Schema parts and reply parts that several tools share, each stated once.

#include "mcp/schema.hpp"
#include "store/state.hpp"
#include "tools/context.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

mcp::Schema learner_id();
mcp::Schema session_id();
mcp::Schema unit_id();
mcp::Schema assessment_type();
mcp::Schema learning_event();
/// A number in [0, 1].
mcp::Schema share();
mcp::Schema timestamp();
mcp::Schema names();

/// The output schema of a tool that records: `members`, and what became of the record. Its handler
/// sets `event_ids`; the rest is filled in when it is known (see Recording).
mcp::Schema recorded_result(std::vector<mcp::Property> members);

/// The learner whose session this is.
/// Errors: Errc::not_found for an unknown session, with the remedy.
Result<const store::LearnerState *> owner_of_session(const Context &context,
                                                     const std::string &session);

/// The learner. Errors: Errc::not_found with the remedy.
Result<const store::LearnerState *> known_learner(const Context &context,
                                                  const std::string &learner);

/// Optional text member, empty when absent.
std::string text_or_empty(const Json &object, const char *name);

/// The member as an object; an empty one when it is absent.
const Json &object_or_empty(const Json &object, const char *name);

/// Units that the learner has done, with the checkpoints that the record saw in them last: for
/// where no file is at hand to tell which they have now (else `readiness`).
std::vector<std::string> passed_units(const store::LearnerState *learner);

} // namespace mvr::tools
