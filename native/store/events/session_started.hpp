#pragma once

#include "learning/phase.hpp"
#include "store/learning_texts.hpp"
#include "support/clock.hpp"
#include "support/describe.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// A learner began a unit.
struct SessionStarted {
    static constexpr std::string_view name = "session_started";

    std::string session_id;
    std::string learner_id;
    std::string unit_id;
    std::string scene;
    std::string resumed_from; ///< the session that this one goes on from; may be empty
    /// Of the unit, as its author chose.
    learning::LearningPhase learning_event = learning::LearningPhase::onboarding;

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::SessionStarted> {
    using T = store::SessionStarted;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"learner_id", &T::learner_id, "Who learns."},
        Member{"unit_id", &T::unit_id, "What is learned."},
        Member{"scene", &T::scene, "The unit's scene in Blender."},
        Member{"resumed_from", &T::resumed_from, "The session that this one goes on from."},
        Member{"learning_event", &T::learning_event, "The phase that the author gave the unit."},
    };
};

} // namespace mvr
