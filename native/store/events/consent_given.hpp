#pragma once

#include "support/clock.hpp"
#include "support/describe.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// A learner agreed to one purpose, having read the text of one version.
struct ConsentGiven {
    static constexpr std::string_view name = "consent_given";

    std::string purpose; ///< text, so that a purpose of a newer program is kept as it is
    int text_version = 1;

    void apply(LearnerState &learner, TimeMs time_ms) const;
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::ConsentGiven> {
    using T = store::ConsentGiven;
    static constexpr std::tuple members{
        Member{"purpose", &T::purpose, "What was agreed to, e.g. viewport_traces."},
        Member{"text_version", &T::text_version, "Of the text that was read."},
    };
};

} // namespace mvr
