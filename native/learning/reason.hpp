#pragma once

// Why a decision is what it is, as codes with values: decision_text.hpp makes sentences of them.

#include "support/result.hpp"

#include <string>
#include <string_view>

namespace mvr::learning {

enum class ReasonCode {
    no_try,                ///< nothing was tried in this unit yet
    tries,                 ///< `value` of `needed` tries passed unaided
    too_early,             ///< `value` tries, `needed` say something
    flawless,              ///< guard: no failed try, no last-level hint: at least continue
    unit_done,             ///< guard: done, and nothing failed last: at least continue
    struggling,            ///< guard: `value` of the last `needed` tries failed: at most support
    index,                 ///< ∂ is `value`; the nearest threshold that counts is `needed`
    index_lags,            ///< ∂ is `value`, below `needed`, and the evidence suffices without it
    own_passes,            ///< `value` own passes since the phase began, `needed` to move on
    distinct_checkpoints,  ///< on `value` different checkpoints, `needed` to move on
    p_known,               ///< P(known) of skill `name` is `value` at least, `needed` to move on
    failed_last,           ///< the last tries held a failure, so moving on waits
    held_by_hysteresis,    ///< ∂ is not below `value`, so the action stays
    one_step,              ///< the band is further away than one step
    no_open_prerequisites, ///< there is no unit to go back to
    phase_back,            ///< the phase goes back (or begins again, if it is the first)
};

/// One reason. What `value`, `needed` and `name` mean is said at the code; unused ones are 0 and
/// "".
struct Reason {
    ReasonCode code = ReasonCode::no_try;
    double value = 0;
    double needed = 0;
    std::string name;

    friend bool operator==(const Reason &, const Reason &) = default;
};

/// The code's name in the record and on the wire, e.g. "own_passes".
std::string_view to_text(ReasonCode code);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill.
Result<ReasonCode> reason_code_from_text(std::string_view text);

} // namespace mvr::learning
