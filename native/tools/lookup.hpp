#pragma once

// Finding what a caller names in the state, with the error for what is not there, or not theirs.

#include "mcp/call.hpp"
#include "store/state.hpp"
#include "support/result.hpp"
#include "tools/context.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// The learner whose session this is.
/// Errors: Errc::not_found for an unknown session; Errc::access_denied where the caller's records
/// do not reach it.
Result<const store::LearnerState *>
owner_of_session(const ReadContext &context, const mcp::Call &call, const std::string &session);

/// The learner. Errors: Errc::not_found; Errc::access_denied.
Result<const store::LearnerState *> known_learner(const ReadContext &context, const mcp::Call &call,
                                                  const std::string &learner);

/// Whether the caller's records reach this learner's. Errors: Errc::access_denied.
Result<void> check_reach(const ReadContext &context, const mcp::Call &call,
                         const std::string &learner);

/// The lesson in the open file. Errors: Errc::busy where Blender has not read it yet.
Result<const Lesson *> open_lesson(const ReadContext &context);

/// Whether the caller's records reach the learner whose unit runs in Blender, for calls that name
/// nobody; nobody's unit is anybody's. Errors: Errc::access_denied.
Result<void> check_reach_at_window(const ReadContext &context, const mcp::Call &call);

/// Units that the learner has done, with the checkpoints that the record saw in them last: for
/// where no file is at hand to tell which they have now (else `readiness`).
std::vector<std::string> passed_units(const store::LearnerState *learner);

} // namespace mvr::tools
