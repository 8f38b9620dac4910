#include "store/events/viewport_observed.hpp"

#include "store/state.hpp"

namespace mvr::store {

void ViewportObserved::apply(LearnerState &learner, TimeMs) const
{
    const auto session = learner.sessions.find(session_id);
    if (session == learner.sessions.end()) return;
    learner.works[session->second.unit_id].observed(*this);
}

} // namespace mvr::store
