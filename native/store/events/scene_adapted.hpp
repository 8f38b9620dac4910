#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// A running unit was adapted to its learner.
struct SceneAdapted {
    static constexpr std::string_view name = "scene_adapted";

    std::string session_id;
    std::string unit_id;
    Json learning_progress = Json::object();
    Json adaptation = Json::object();
    Json changes = Json::array();

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::SceneAdapted> {
    using T = store::SceneAdapted;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session; empty without one."},
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"learning_progress", &T::learning_progress, "As the client reported it."},
        Member{"adaptation", &T::adaptation, "What was asked for."},
        Member{"changes", &T::changes, "What changed."},
    };
};

} // namespace mvr
