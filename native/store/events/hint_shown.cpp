#include "store/events/hint_shown.hpp"

#include "learning/learner_fold.hpp"
#include "store/state.hpp"

namespace mvr::store {

void HintShown::apply(LearnerState &learner, TimeMs time_ms) const
{
    learning::show_hint(learner.model, unit_id, last_level);
    learner.works[unit_id].hint(*this, time_ms);
}

} // namespace mvr::store
