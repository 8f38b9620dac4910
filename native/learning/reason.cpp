#include "learning/reason.hpp"

#include "learning/choice.hpp"

namespace mvr::learning {
namespace {

// In the order of ReasonCode.
constexpr Texts<16> reason_texts{
    "no_try",     "tries",       "too_early",          "flawless",   "unit_done",
    "struggling", "index",       "index_lags",         "own_passes", "distinct_checkpoints",
    "p_known",    "failed_last", "held_by_hysteresis", "one_step",   "no_open_prerequisites",
    "phase_back"};

} // namespace

std::string_view to_text(ReasonCode code) { return text_of(code, reason_texts); }

Result<ReasonCode> reason_code_from_text(std::string_view text)
{
    return choice_from<ReasonCode>(text, reason_texts, "reason code");
}

} // namespace mvr::learning
