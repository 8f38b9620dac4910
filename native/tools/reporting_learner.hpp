#pragma once

#include "tools/context.hpp"
#include "tools/lookup.hpp"

#include <optional>
#include <string>

namespace mvr::tools {

/// Whose session a client reports of. Errors as owner_of_session; Errc::invalid_argument when the
/// session is another learner's than the one that the client names.
Result<const store::LearnerState *> reporting_learner(const Context &context, const mcp::Call &call,
                                                      const std::string &session,
                                                      const std::optional<std::string> &learner);

} // namespace mvr::tools
