#include "store/events/consent_given.hpp"

#include "store/state.hpp"

namespace mvr::store {

void ConsentGiven::apply(LearnerState &learner, TimeMs time_ms) const
{
    learner.answered(purpose, {true, text_version, time_ms});
}

} // namespace mvr::store
