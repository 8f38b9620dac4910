#pragma once

// What a learner should do next, as a code with values: decision_text.hpp makes the sentence.

#include "support/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mvr::learning {

/// A unit as a person knows it.
struct UnitName {
    std::string unit_id;
    std::string title; ///< if empty the id is shown

    friend bool operator==(const UnitName &, const UnitName &) = default;
};

enum class AdviceCode {
    begin,           ///< nothing was tried yet
    keep_going,      ///< `remaining` checkpoints have no own pass yet
    once_more,       ///< what remains was passed, but with help: do it once more without
    go_on_with_hint, ///< the last try was right; a hint can help with the rest
    try_with_hint,   ///< try again, a hint can help
    go_back,         ///< do `unit` first
    next_unit,       ///< the unit is done, `unit` comes next
    unit_finished,   ///< the unit is done, and no unit is ready
    lesson_finished, ///< every unit is done
};

struct Advice {
    AdviceCode code = AdviceCode::begin;
    std::optional<UnitName> unit; ///< there for go_back and next_unit
    int remaining = 0;            ///< 0 if the unit's checkpoints are not known
    int helped = 0;               ///< how many of these were passed with help

    friend bool operator==(const Advice &, const Advice &) = default;
};

/// The code's name in the record and on the wire, e.g. "next_unit".
std::string_view to_text(AdviceCode code);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill.
Result<AdviceCode> advice_code_from_text(std::string_view text);

} // namespace mvr::learning
