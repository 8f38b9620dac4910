#pragma once

// For the tests of decisions: short names of the actions, and one reason of a decision.

#include "learning/decision.hpp"

#include <algorithm>

namespace mvr::learning::test {

inline constexpr auto remediate = Action::remediate_prerequisites;
inline constexpr auto support = Action::provide_additional_support;
inline constexpr auto carry_on = Action::continue_current_event;
inline constexpr auto advance = Action::advance_to_next_event;

inline const Reason *reason(const Decision &decision, ReasonCode code)
{
    const auto found = std::ranges::find(decision.reasons, code, &Reason::code);
    return found == decision.reasons.end() ? nullptr : &*found;
}

} // namespace mvr::learning::test
