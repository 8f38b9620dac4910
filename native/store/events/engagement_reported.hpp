#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// Numbers that a client reported about a learner's engagement; never evidence.
struct EngagementReported {
    static constexpr std::string_view name = "engagement_reported";

    std::string session_id;
    Json interaction_data = Json::object();
    std::optional<double> score; ///< [0, 1]

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::EngagementReported> {
    using T = store::EngagementReported;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"interaction_data", &T::interaction_data, "As the client reported it."},
        Member{"score", &T::score, "Mean of what was reported, in [0, 1]."},
    };
};

} // namespace mvr
