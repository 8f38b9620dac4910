#include "store/state_parts.hpp"

#include "store/learner_model_description.hpp"

#include <array>

namespace mvr {

template <> struct Description<store::Profile> {
    using T = store::Profile;
    static constexpr std::tuple members{
        Member{"stated", &T::stated, "Whether there is one."},
        Member{"static_profile", &T::static_profile, "What is stated about the learner."},
        Member{"dynamic_profile", &T::dynamic_profile, "Behaviour and progress as reported."},
    };
};

template <> struct Description<store::UnitResults> {
    using T = store::UnitResults;
    static constexpr std::tuple members{
        Member{"best_score", &T::best_score, "In [0, 1]."},
        Member{"last_score", &T::last_score, "In [0, 1]."},
        Member{"last_checkpoint", &T::last_checkpoint, "Of the last try."},
        Member{"passed", &T::passed, "Checkpoints that were ever passed."},
        Member{"own_passed", &T::own_passed, "Checkpoints that were ever passed unaided."},
        Member{"checkpoints", &T::checkpoints, "Of the unit, as the latest step saw it."},
        Member{"self_corrections", &T::self_corrections, "Slips taken back at once."},
    };
};

template <> struct Description<store::Session> {
    using T = store::Session;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, "What was learned."},
        Member{"scene", &T::scene, "The unit's scene."},
        Member{"resumed_from", &T::resumed_from, "The session that it went on from."},
        Member{"started_ms", &T::started_ms, "Milliseconds since 1970."},
        Member{"ended_ms", &T::ended_ms, "Likewise; absent while it runs."},
        Member{"interrupted", &T::interrupted, "Ended without the learner's doing."},
        Member{"reason", &T::reason, "Why it ended."},
        Member{"steps", &T::steps, "Number of its last step."},
    };
};

template <> struct Description<store::Consent> {
    using T = store::Consent;
    static constexpr std::tuple members{
        Member{"is_given", &T::is_given, "Whether the learner agreed."},
        Member{"text_version", &T::text_version, "Of the text that was read."},
        Member{"since_ms", &T::since_ms, "Milliseconds since 1970."},
    };
};

template <> struct Description<store::Reports> {
    using T = store::Reports;
    static constexpr std::tuple members{
        Member{"engagement", &T::engagement, "The latest report."},
        Member{"interaction", &T::interaction, "The latest report."},
        Member{"performance", &T::performance, "The latest report."},
        Member{"adaptation", &T::adaptation, "The latest adaptation of a unit."},
    };
};

} // namespace mvr

namespace mvr::store {
namespace {

template <auto member> constexpr LearnerPart part(std::string_view name, int version)
{
    return {name, version,
            [](const LearnerState &learner) { return to_json_value(learner.*member); },
            [](LearnerState &learner, const Json &json) {
                return read_json_value(json, learner.*member);
            }};
}

} // namespace

std::span<const LearnerPart> learner_parts()
{
    static constexpr std::array all{
        part<&LearnerState::profile>("profile", 1),
        part<&LearnerState::model>("progress", 3),
        part<&LearnerState::results>("results", 2),
        part<&LearnerState::sessions>("sessions", 2),
        part<&LearnerState::decisions>("decisions", 1),
        part<&LearnerState::reports>("reports", 1),
        part<&LearnerState::works>("works", 2),
        part<&LearnerState::consents>("consents", 1),
    };
    return all;
}

} // namespace mvr::store
