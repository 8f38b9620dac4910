#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// Numbers that a client reported about work in the scene; never evidence.
struct InteractionReported {
    static constexpr std::string_view name = "interaction_reported";

    std::string session_id;
    Json interaction_data = Json::object();
    std::optional<double> spatial_reasoning_score; ///< [0, 1]
    std::optional<double> tool_usage_efficiency;   ///< [0, 1]

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::InteractionReported> {
    using T = store::InteractionReported;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"interaction_data", &T::interaction_data, "As the client reported it."},
        Member{"spatial_reasoning_score", &T::spatial_reasoning_score, "In [0, 1]."},
        Member{"tool_usage_efficiency", &T::tool_usage_efficiency, "In [0, 1]."},
    };
};

} // namespace mvr
