#pragma once

#include "learning/decision.hpp"
#include "store/decision_description.hpp"
#include "store/upcaster.hpp"
#include "support/clock.hpp"
#include "support/describe.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mvr::store {

struct LearnerState;

/// What the pathway specification's own rule gave, where a caller asked for it.
struct SeedOutcome {
    double state_before = 0.5; ///< ∂ of that rule, [0, 1]
    double state_after = 0.5;
    double delta = 0;
    double epsilon = 0;
    double alpha = 0;
    double beta = 0;
    learning::Action action = learning::Action::continue_current_event;
    double confidence = 0;                    ///< one of its four constants
    std::optional<std::uint64_t> noise_state; ///< of ε's generator, after this decision
};

/// A decision about a unit, with everything that it rests on.
struct TransitionDecided {
    static constexpr std::string_view name = "transition_decided";

    std::string session_id;
    std::string unit_id;
    std::string rule; ///< "gap" or "seed"
    learning::DecidedOn decided;
    std::optional<SeedOutcome> seed;
    std::string learner_text;  ///< what to do next, without a number
    std::string reasoning;     ///< for the instructor, with numbers
    std::string model_version; ///< of the arithmetic

    void apply(LearnerState &learner, TimeMs time_ms) const;
    static std::span<const Upcaster> upcasters();
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::SeedOutcome> {
    using T = store::SeedOutcome;
    static constexpr std::tuple members{
        Member{"state_before", &T::state_before, "∂ before, in [0, 1]."},
        Member{"state_after", &T::state_after, "∂ after, in [0, 1]."},
        Member{"delta", &T::delta, "Δ."},
        Member{"epsilon", &T::epsilon, "ε as used."},
        Member{"alpha", &T::alpha, "Learning rate."},
        Member{"beta", &T::beta, "Weight of ε."},
        Member{"action", &T::action, "What follows."},
        Member{"confidence", &T::confidence, "In [0, 1]."},
        Member{"noise_state", &T::noise_state, "Of ε's generator, after."},
    };
};

template <> struct Description<store::TransitionDecided> {
    using T = store::TransitionDecided;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"unit_id", &T::unit_id, "The unit that was decided about."},
        Member{"rule", &T::rule, "gap or seed."},
        Member{"decided", &T::decided, "The decision and what it rests on."},
        Member{"seed", &T::seed, "What the specification's own rule gave."},
        Member{"learner_text", &T::learner_text, "What to do next."},
        Member{"reasoning", &T::reasoning, "For the instructor."},
        Member{"model_version", &T::model_version, "Of the arithmetic."},
    };
};

} // namespace mvr
