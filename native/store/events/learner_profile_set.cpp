#include "store/events/learner_profile_set.hpp"

#include "learning/learner_fold.hpp"
#include "store/profile_traits.hpp"
#include "store/state.hpp"

namespace mvr::store {

void LearnerProfileSet::apply(LearnerState &learner, TimeMs) const
{
    learner.profile = {true, static_profile, dynamic_profile};
    learning::set_profile(learner.model, {traits_of(static_profile, dynamic_profile),
                                          learner_model_weight,
                                          {alpha_baseline, beta_exploration}});
}

} // namespace mvr::store
