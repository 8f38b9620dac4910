#pragma once

// What is known of one learner, as values: the state that the folds of learner_fold.hpp build and
// that `decide` reads.

#include "learning/ability.hpp"
#include "learning/knowledge.hpp"
#include "learning/learner.hpp"
#include "learning/transition.hpp"
#include "learning/unit_model.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mvr::learning {

/// The parts of a stored profile that the models use.
struct Profile {
    LearnerTraits traits;
    double learner_model_weight = default_learner_weight; ///< [0, 1]
    AdaptationParameters parameters;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// ∂ of the `seed` rule, which is the learner's and moves with each call.
struct SeedState {
    double transition = initial_state;
    std::optional<std::uint64_t> noise; ///< the generator's state after the last ε
};

struct LearnerModel {
    std::optional<Profile> profile;
    std::uint32_t profile_revision = 0; ///< how often the profile changed

    Ability ability;
    int evidence = 0; ///< own passes and failures in all units
    std::map<std::string, SkillState, std::less<>> skills;
    std::map<std::string, UnitModel, std::less<>> units;

    std::optional<double> reported_engagement; ///< the latest report, [0, 1]
    SeedState seed;
};

/// Null if the record knows nothing of the learner in this unit. Thread: any.
const UnitModel *find_unit(const LearnerModel &learner, std::string_view unit_id);

/// α and β of the `gap` rule for this learner: scaled by the profile, else the defaults.
EquationParameters gap_parameters(const LearnerModel &learner);

} // namespace mvr::learning
