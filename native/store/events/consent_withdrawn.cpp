#include "store/events/consent_withdrawn.hpp"

#include "store/state.hpp"

namespace mvr::store {

void ConsentWithdrawn::apply(LearnerState &learner, TimeMs time_ms) const
{
    learner.answered(purpose, {false, text_version, time_ms});
}

} // namespace mvr::store
