#pragma once

#include "support/clock.hpp"

#include <string_view>

namespace mvr::store {

/// What a learner answered last when asked for a purpose.
struct Consent {
    bool is_given = false;
    int text_version = 0; ///< of the text that they read
    TimeMs since_ms = 0;
};

/// Keeping raw traces of the view and of the unit's parts, to replay them.
inline constexpr std::string_view viewport_traces_purpose = "viewport_traces";

} // namespace mvr::store
