#pragma once

#include "store/observed_view.hpp"
#include "support/clock.hpp"
#include "support/describe.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// How a session's view was led, once it ended: figures alone, which need no consent.
struct ViewportObserved {
    static constexpr std::string_view name = "viewport_observed";

    std::string session_id;
    motion::ViewportFeatures view;
    ObservedWork work;

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::ViewportObserved> {
    using T = store::ViewportObserved;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session that ended."},
        Member{"view", &T::view, "How its view was led."},
        Member{"work", &T::work, "What was done in it, as counts."},
    };
};

} // namespace mvr
