#include "store/events/session_ended.hpp"

#include "store/state.hpp"

namespace mvr::store {

void SessionEnded::apply(LearnerState &learner, TimeMs time_ms) const
{
    const auto found = learner.sessions.find(session_id);
    if (found == learner.sessions.end()) return;
    // The next start had ended it already: its end stands there.
    if (!found->second.ended_ms)
        learner.works[found->second.unit_id].ended(session_id, time_ms, reason);
    found->second.end(time_ms, reason == "interrupted", reason);
}

} // namespace mvr::store
