#include "tools/reporting_learner.hpp"

namespace mvr::tools {

Result<const store::LearnerState *> reporting_learner(const Context &context, const mcp::Call &call,
                                                      const std::string &session,
                                                      const std::optional<std::string> &learner)
{
    auto owner = owner_of_session(context, call, session);
    if (!owner || !learner || (*owner)->learner_id == *learner) return owner;
    return Error{Errc::invalid_argument, "the session belongs to another learner", "learner_id",
                 "Give the learner with whom the session was started."};
}

} // namespace mvr::tools
