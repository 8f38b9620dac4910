#include "learning/ended_try.hpp"

#include "learning/checks.hpp"

namespace mvr::learning {

std::string_view to_text(TryOutcome outcome)
{
    switch (outcome) {
    case TryOutcome::passed: return "passed";
    case TryOutcome::failed: return "failed";
    case TryOutcome::abandoned: break;
    }
    return "abandoned";
}

bool is_own_pass(const EndedTry &ended)
{
    return ended.outcome == TryOutcome::passed && !ended.last_level_hint && !ended.corrected;
}

bool is_evidence(const EndedTry &ended)
{
    return ended.outcome == TryOutcome::failed || is_own_pass(ended);
}

double difficulty_logits(std::optional<int> difficulty)
{
    if (!difficulty) return 0;
    require(*difficulty >= easiest && *difficulty <= hardest, "difficulty must be from 1 to 10");
    constexpr double middle = (easiest + hardest) / 2.;
    return (*difficulty - middle) * 2 / 3;
}

} // namespace mvr::learning
