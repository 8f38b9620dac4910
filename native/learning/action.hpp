#pragma once

#include "support/result.hpp"

#include <string_view>

namespace mvr::learning {

/// What a decision recommends, from least to most progress.
enum class Action {
    remediate_prerequisites,
    provide_additional_support,
    continue_current_event,
    advance_to_next_event,
};

inline constexpr double advance_threshold = .80;
inline constexpr double continue_threshold = .60;
inline constexpr double support_threshold = .40;

std::string_view to_text(Action action);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill.
Result<Action> action_from_text(std::string_view text);

} // namespace mvr::learning
