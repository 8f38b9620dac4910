#include "store/folds.hpp"

#include "store/event_descriptions.hpp"

namespace mvr {

template <> struct Description<store::Profile> {
    using T = store::Profile;
    static constexpr std::tuple members{
        Member{"stated", &T::stated, "Whether there is one."},
        Member{"static_profile", &T::static_profile, "What is stated about the learner."},
        Member{"dynamic_profile", &T::dynamic_profile, "Behaviour and progress as reported."},
    };
};

} // namespace mvr

namespace mvr::store {
namespace {

void apply(LearnerState &learner, const Event &event)
{
    const auto *profile = std::get_if<LearnerProfileSet>(&event.payload);
    if (profile == nullptr) return;
    learner.profile = {true, profile->static_profile, profile->dynamic_profile};
}

Json save(const LearnerState &learner) { return to_json_value(learner.profile); }

bool load(LearnerState &learner, const Json &json)
{
    return read_json_value(json, learner.profile);
}

} // namespace

const Fold profile_fold{"profile", 1, apply, save, load};

} // namespace mvr::store
