#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// Numbers that a client reported about one checkpoint; never evidence.
struct PerformanceReported {
    static constexpr std::string_view name = "performance_reported";

    std::string session_id;
    std::string checkpoint_id;
    std::string assessment_type;
    Json performance_data = Json::object();

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::PerformanceReported> {
    using T = store::PerformanceReported;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"checkpoint_id", &T::checkpoint_id, "The checkpoint."},
        Member{"assessment_type", &T::assessment_type, "Its type."},
        Member{"performance_data", &T::performance_data, "As the client reported it."},
    };
};

} // namespace mvr
