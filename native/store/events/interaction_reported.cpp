#include "store/events/interaction_reported.hpp"

#include "store/state.hpp"

namespace mvr::store {

void InteractionReported::apply(LearnerState &learner, TimeMs) const
{
    learner.reports.interaction = *this;
}

} // namespace mvr::store
