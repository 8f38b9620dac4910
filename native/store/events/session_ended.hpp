#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// A learner left a unit.
struct SessionEnded {
    static constexpr std::string_view name = "session_ended";

    std::string session_id;
    std::string reason; ///< "completed", "stopped", "interrupted" …

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::SessionEnded> {
    using T = store::SessionEnded;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"reason", &T::reason, "completed, stopped or interrupted."},
    };
};

} // namespace mvr
