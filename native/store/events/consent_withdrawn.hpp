#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// A learner does not agree to one purpose, or does no longer. What was kept for it goes.
struct ConsentWithdrawn {
    static constexpr std::string_view name = "consent_withdrawn";

    std::string purpose;
    int text_version = 1;

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::ConsentWithdrawn> {
    using T = store::ConsentWithdrawn;
    static constexpr std::tuple members{
        Member{"purpose", &T::purpose, "What is not agreed to, e.g. viewport_traces."},
        Member{"text_version", &T::text_version, "Of the text that was read."},
    };
};

} // namespace mvr
