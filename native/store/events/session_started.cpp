#include "store/events/session_started.hpp"

#include "learning/learner_fold.hpp"
#include "store/state.hpp"

#include <optional>

namespace mvr::store {

void SessionStarted::apply(LearnerState &learner, TimeMs time_ms) const
{
    learning::start_phase(learner.model, unit_id, learning_event);
    // One learner does one thing at a time: what is still open was cut off.
    for (auto &[id, session] : learner.sessions) {
        if (session.ended_ms || id == session_id) continue;
        session.end(time_ms, true, "interrupted");
        learner.works[session.unit_id].ended(id, time_ms, "interrupted");
    }
    learner.works[unit_id].started(session_id, time_ms);
    learner.sessions[session_id] = {unit_id,      scene, resumed_from, time_ms,
                                    std::nullopt, false, "",           0};
}

} // namespace mvr::store
