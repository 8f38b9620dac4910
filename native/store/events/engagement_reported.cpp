#include "store/events/engagement_reported.hpp"

#include "learning/learner_fold.hpp"
#include "store/state.hpp"

namespace mvr::store {

void EngagementReported::apply(LearnerState &learner, TimeMs) const
{
    learner.reports.engagement = *this;
    if (score) learning::report_engagement(learner.model, *score);
}

} // namespace mvr::store
