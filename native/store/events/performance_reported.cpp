#include "store/events/performance_reported.hpp"

#include "store/state.hpp"

namespace mvr::store {

void PerformanceReported::apply(LearnerState &learner, TimeMs) const
{
    learner.reports.performance = *this;
}

} // namespace mvr::store
