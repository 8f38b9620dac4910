#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// A learner's profile as it was stated, and what was computed from it.
struct LearnerProfileSet {
    static constexpr std::string_view name = "learner_profile_set";

    std::string learner_id;
    Json static_profile = Json::object();
    Json dynamic_profile = Json::object();
    double learner_model_weight = 0.35; ///< [0.1, 0.6]
    double alpha_baseline = 0.7;
    double beta_exploration = 0.15;

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::LearnerProfileSet> {
    using T = store::LearnerProfileSet;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, "The learner."},
        Member{"static_profile", &T::static_profile, "What is stated about the learner."},
        Member{"dynamic_profile", &T::dynamic_profile, "Behaviour and progress as reported."},
        Member{"learner_model_weight", &T::learner_model_weight, "In [0.1, 0.6]."},
        Member{"alpha_baseline", &T::alpha_baseline, "Learning rate that fits the profile."},
        Member{"beta_exploration", &T::beta_exploration, "Weight of ε that fits the profile."},
    };
};

} // namespace mvr
