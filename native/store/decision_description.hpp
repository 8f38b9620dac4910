#pragma once

// How a decision of `learning`, which knows no JSON, looks in the record and to clients.

#include "learning/decision.hpp"
#include "store/learning_texts.hpp"
#include "support/json_codec.hpp"

namespace mvr {

template <> struct Description<learning::IndexStep> {
    using T = learning::IndexStep;
    static constexpr std::tuple members{
        Member{"phase", &T::phase, "In which it was made."},
        Member{"before", &T::before, "∂ before."},
        Member{"engagement", &T::engagement, "The reading in c."},
        Member{"composite", &T::composite, "c."},
        Member{"delta", &T::delta, "Δ as used."},
        Member{"epsilon", &T::epsilon, "ε."},
        Member{"alpha", &T::alpha, "α."},
        Member{"beta", &T::beta, "β."},
        Member{"after", &T::after, "∂ after."},
    };
};

template <> struct Description<learning::Reason> {
    using T = learning::Reason;
    static constexpr std::tuple members{
        Member{"code", &T::code, "What it says."},
        Member{"value", &T::value, "Its number."},
        Member{"needed", &T::needed, "The number that it is compared with."},
        Member{"name", &T::name, "Of a skill."},
    };
};

template <> struct Description<learning::UnitName> {
    using T = learning::UnitName;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"title", &T::title, "As people know it."},
    };
};

template <> struct Description<learning::Advice> {
    using T = learning::Advice;
    static constexpr std::tuple members{
        Member{"code", &T::code, "What to do."},
        Member{"unit", &T::unit, "Where to go."},
        Member{"remaining", &T::remaining, "Checkpoints without an own pass."},
        Member{"helped", &T::helped, "Of these, passed with help."},
    };
};

template <> struct Description<learning::Reading> {
    using T = learning::Reading;
    static constexpr std::tuple members{
        Member{"value", &T::value, "In [0, 1]."},
        Member{"source", &T::source, "What it was computed from."},
    };
};

template <> struct Description<learning::Readings> {
    using T = learning::Readings;
    static constexpr std::tuple members{
        Member{"learner", &T::learner, "∩."},
        Member{"knowledge", &T::knowledge, "∆."},
        Member{"engagement", &T::engagement, "E."},
        Member{"assessment", &T::assessment, "A."},
    };
};

template <> struct Description<learning::Evidence> {
    using T = learning::Evidence;
    static constexpr std::tuple members{
        Member{"tries", &T::tries, "Judged in the unit, ever."},
        Member{"own_passes", &T::own_passes, "Among them."},
        Member{"failed", &T::failed, "Among them."},
        Member{"phase_own_passes", &T::phase_own_passes, "Since the phase began."},
        Member{"phase_failed", &T::phase_failed, "Since the phase began."},
        Member{"phase_checkpoints", &T::phase_checkpoints, "With an own pass since then."},
        Member{"p_known", &T::p_known, "The least over the unit's skills, pessimistic."},
        Member{"weakest_skill", &T::weakest_skill, "Whose it is."},
    };
};

template <> struct Description<learning::AdaptiveParameters> {
    using T = learning::AdaptiveParameters;
    static constexpr std::tuple members{
        Member{"difficulty_adjustment", &T::difficulty_adjustment, "1 is right; in [.2, 1.2]."},
        Member{"support_level", &T::support_level, "low, moderate or high."},
        Member{"pacing_adjustment", &T::pacing_adjustment, "slower, normal or faster."},
        Member{"target_difficulty", &T::target_difficulty, "Logits."},
        Member{"guidance_level", &T::guidance, "Whether hints are offered by themselves."},
    };
};

template <> struct Description<learning::Decision> {
    using T = learning::Decision;
    static constexpr std::tuple members{
        Member{"action", &T::action, "What follows."},
        Member{"confidence", &T::confidence, "In [0, 1]."},
        Member{"phase", &T::phase, "In which it was made."},
        Member{"phase_source", &T::phase_source, "Who said so."},
        Member{"next_phase", &T::next_phase, "From now on."},
        Member{"phase_begins", &T::phase_begins, "next_phase begins anew."},
        Member{"index", &T::index, "∂ of the unit."},
        Member{"readings", &T::readings, "The four models'."},
        Member{"composite", &T::composite, "c of these readings."},
        Member{"evidence", &T::evidence, "What was observed in the unit."},
        Member{"reasons", &T::reasons, "The evidence first."},
        Member{"advice", &T::advice, "For the learner."},
        Member{"adaptive_parameters", &T::adaptive_parameters, "How the scene may follow."},
        Member{"too_early", &T::too_early, "Fewer than three tries."},
        Member{"unit_done", &T::unit_done, "Every checkpoint has an own pass."},
    };
};

template <> struct Description<learning::DecisionBasis> {
    using T = learning::DecisionBasis;
    static constexpr std::tuple members{
        Member{"unit_revision", &T::unit_revision, "Tries ended and hints shown."},
        Member{"profile_revision", &T::profile_revision, "Changes of the profile."},
        Member{"inputs_digest", &T::inputs_digest, "Of what the caller reported."},
    };
};

template <> struct Description<learning::DecidedOn> {
    using T = learning::DecidedOn;
    static constexpr std::tuple members{
        Member{"decision", &T::decision, "What was decided."},
        Member{"basis", &T::basis, "What is compared to tell whether anything is new."},
    };
};

} // namespace mvr
