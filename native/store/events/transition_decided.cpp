#include "store/events/transition_decided.hpp"

#include "learning/learner_fold.hpp"
#include "learning/seed_rule.hpp"
#include "store/state.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace mvr::store {
namespace {

/// A basis that no unit ever has, so that an old decision is never taken for today's.
constexpr std::uint32_t never = 0xffff'ffff;

/// Version 1 was about the learner as a whole, and asking again moved its index and its phase. What
/// was decided is kept to be read; no phase follows from it.
Json decision_without_its_basis(const Json &payload)
{
    Json decision = {{"action", member_or(payload, "action", "continue_current_event")},
                     {"confidence", member_or(payload, "confidence", 0.5)},
                     {"phase", member_or(payload, "learning_event", "onboarding")},
                     {"next_phase", member_or(payload, "learning_event", "onboarding")},
                     {"index", member_or(payload, "state_after", 0.5)}};
    return {{"session_id", member_or(payload, "session_id", "")},
            {"unit_id", member_or(payload, "unit_id", "")},
            {"rule", member_or(payload, "rule", "gap")},
            {"decided", {{"decision", std::move(decision)}, {"basis", {{"unit_revision", never}}}}},
            {"learner_text", ""},
            {"reasoning", member_or(payload, "reasoning", "")},
            {"model_version", member_or(payload, "model_version", "")}};
}

} // namespace

void TransitionDecided::apply(LearnerState &learner, TimeMs) const
{
    if (seed) {
        learning::apply_seed_decision(learner.model, {seed->state_after, seed->noise_state});
    } else if (!unit_id.empty()) {
        learning::apply_decision(learner.model, unit_id, decided);
    }
    auto &decisions = learner.decisions;
    decisions.push_back(*this);
    if (decisions.size() > recent_decisions) decisions.erase(decisions.begin());
}

std::span<const Upcaster> TransitionDecided::upcasters()
{
    static constexpr std::array<Upcaster, 1> all{decision_without_its_basis};
    return all;
}

} // namespace mvr::store
