#pragma once

#include "learning/learner_model.hpp"
#include "support/json.hpp"

namespace mvr::store {

/// What the models use of a stated profile; what it does not say is the specification's default.
learning::LearnerTraits traits_of(const Json &static_profile, const Json &dynamic_profile);

} // namespace mvr::store
