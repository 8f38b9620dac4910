#include "store/events/scene_adapted.hpp"

#include "store/state.hpp"

namespace mvr::store {

void SceneAdapted::apply(LearnerState &learner, TimeMs) const
{
    learner.reports.adaptation = *this;
}

} // namespace mvr::store
