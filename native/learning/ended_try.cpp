#include "learning/ended_try.hpp"

#include "learning/checks.hpp"

namespace mvr::learning {

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
