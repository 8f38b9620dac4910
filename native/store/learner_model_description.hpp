#pragma once

// How the models of a learner look in a snapshot: `learning` knows no JSON.

#include "learning/learner_model.hpp"
#include "store/decision_description.hpp"

namespace mvr {

template <> struct Description<learning::LearnerTraits> {
    using T = learning::LearnerTraits;
    static constexpr std::tuple members{
        Member{"knowledge_level", &T::knowledge_level, "As stated."},
        Member{"guidance_level", &T::guidance_level, "As stated."},
        Member{"help_seeking_frequency", &T::help_seeking_frequency, "Requests a try."},
    };
};

template <> struct Description<learning::AdaptationParameters> {
    using T = learning::AdaptationParameters;
    static constexpr std::tuple members{
        Member{"alpha_baseline", &T::alpha_baseline, "Learning rate."},
        Member{"beta_exploration", &T::beta_exploration, "Weight of ε."},
    };
};

template <> struct Description<learning::Profile> {
    using T = learning::Profile;
    static constexpr std::tuple members{
        Member{"traits", &T::traits, "What the models use of it."},
        Member{"learner_model_weight", &T::learner_model_weight, "In [0, 1]."},
        Member{"parameters", &T::parameters, "Of the equation."},
    };
};

template <> struct Description<learning::Ability> {
    using T = learning::Ability;
    static constexpr std::tuple members{
        Member{"theta", &T::theta, "Logits."},
        Member{"variance", &T::variance, "Logits squared."},
    };
};

template <> struct Description<learning::SkillState> {
    using T = learning::SkillState;
    static constexpr std::tuple members{
        Member{"p_known", &T::p_known, "In [0, 1], for the next try."},
        Member{"attempts", &T::attempts, "Judged tries."},
        Member{"successes", &T::successes, "Own passes among them."},
    };
};

template <> struct Description<learning::SeedState> {
    using T = learning::SeedState;
    static constexpr std::tuple members{
        Member{"transition", &T::transition, "∂ of the seed rule."},
        Member{"noise", &T::noise, "State of ε's generator."},
    };
};

template <> struct Description<learning::Activity> {
    using T = learning::Activity;
    static constexpr std::tuple members{
        Member{"active_seconds", &T::active_seconds, "Without a pause."},
        Member{"total_seconds", &T::total_seconds, "Since the unit began."},
    };
};

template <> struct Description<learning::TryCounts> {
    using T = learning::TryCounts;
    static constexpr std::tuple members{
        Member{"own_passes", &T::own_passes, "Unaided."},
        Member{"other_passes", &T::other_passes, "With a last-level hint or a correction."},
        Member{"failed", &T::failed, "Submitted untrue, or an order left broken."},
    };
};

template <> struct Description<learning::UnitModel> {
    using T = learning::UnitModel;
    static constexpr std::tuple members{
        Member{"phase", &T::phase, "Of the learner in this unit."},
        Member{"index", &T::index, "∂."},
        Member{"phase_is_set", &T::phase_is_set, "By a start or a change of phase."},
        Member{"counts", &T::counts, "Of tries, ever."},
        Member{"phase_counts", &T::phase_counts, "Since the phase began."},
        Member{"phase_own_passed", &T::phase_own_passed, "Checkpoints, since the phase began."},
        Member{"own_passed", &T::own_passed, "Checkpoints, ever."},
        Member{"passed", &T::passed, "Checkpoints, ever, also with help."},
        Member{"recent", &T::recent, "The last outcomes, oldest first."},
        Member{"failed_in_last_step", &T::failed_in_last_step, "It held a failure."},
        Member{"hints", &T::hints, "Shown, ever."},
        Member{"phase_hints", &T::phase_hints, "Since the phase began."},
        Member{"last_level_hint", &T::last_level_hint, "One that says how."},
        Member{"skills", &T::skills, "P(known), pessimistic."},
        Member{"activity", &T::activity, "The latest observed."},
        Member{"last_step", &T::last_step, "Of the index."},
        Member{"revision", &T::revision, "Tries ended and hints shown."},
        Member{"last_decision", &T::last_decision, "With its basis."},
    };
};

template <> struct Description<learning::LearnerModel> {
    using T = learning::LearnerModel;
    static constexpr std::tuple members{
        Member{"profile", &T::profile, "As stated."},
        Member{"profile_revision", &T::profile_revision, "Changes of it."},
        Member{"ability", &T::ability, "Over all units."},
        Member{"evidence", &T::evidence, "Own passes and failures in all units."},
        Member{"skills", &T::skills, "By name."},
        Member{"units", &T::units, "By id."},
        Member{"reported_engagement", &T::reported_engagement, "The latest report."},
        Member{"seed", &T::seed, "Of the seed rule."},
    };
};

} // namespace mvr
