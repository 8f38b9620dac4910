#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// A hint that the learner saw.
struct HintShown {
    static constexpr std::string_view name = "hint_shown";

    std::string session_id;
    std::string unit_id;
    int level = 1;
    bool last_level = false;          ///< the hint that says how
    bool offered = false;             ///< by itself; else on request
    std::string learning_objective{}; ///< of the goal that it is for; empty: of the unit

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::HintShown> {
    using T = store::HintShown;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"level", &T::level, "From 1, vague, upwards."},
        Member{"last_level", &T::last_level, "It says how."},
        Member{"offered", &T::offered, "By itself; else on request."},
        Member{"learning_objective", &T::learning_objective,
               "Of the goal that it is for; empty: of the unit.", or_default},
    };
};

} // namespace mvr
