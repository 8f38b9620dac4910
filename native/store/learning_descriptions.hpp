#pragma once

// The learning module knows no JSON; here stands how its values look in the record.

#include "learning/learner_model.hpp"
#include "support/describe.hpp"
#include "support/json_codec.hpp"

#include <array>

namespace mvr {

/// An enumeration from 0 to `last`, spelled by `spell`.
template <class E, E last, auto spell> struct SpelledInOrder {
    static constexpr E last_value = last;
    static std::string_view to_text(E value) { return spell(value); }
    static std::optional<E> from_text(std::string_view text)
    {
        for (int i = 0; i <= static_cast<int>(last); ++i)
            if (spell(static_cast<E>(i)) == text) return static_cast<E>(i);
        return std::nullopt;
    }
};

template <class E> std::string_view learning_text(E value) { return learning::to_text(value); }

template <>
struct EnumText<learning::LearningPhase>
    : SpelledInOrder<learning::LearningPhase, learning::LearningPhase::mastery,
                     learning_text<learning::LearningPhase>> {};
template <>
struct EnumText<learning::Action>
    : SpelledInOrder<learning::Action, learning::Action::advance_to_next_event,
                     learning_text<learning::Action>> {};
template <>
struct EnumText<learning::ReasonCode>
    : SpelledInOrder<learning::ReasonCode, learning::ReasonCode::phase_back,
                     learning_text<learning::ReasonCode>> {};
template <>
struct EnumText<learning::AdviceCode>
    : SpelledInOrder<learning::AdviceCode, learning::AdviceCode::lesson_finished,
                     learning_text<learning::AdviceCode>> {};
template <>
struct EnumText<learning::PhaseSource>
    : SpelledInOrder<learning::PhaseSource, learning::PhaseSource::authored,
                     learning_text<learning::PhaseSource>> {};
template <>
struct EnumText<learning::GuidanceLevel>
    : SpelledInOrder<learning::GuidanceLevel, learning::GuidanceLevel::adaptive,
                     learning_text<learning::GuidanceLevel>> {};
template <>
struct EnumText<learning::KnowledgeLevel>
    : SpelledInOrder<learning::KnowledgeLevel, learning::KnowledgeLevel::expert,
                     learning_text<learning::KnowledgeLevel>> {};

template <>
struct EnumText<learning::TryOutcome>
    : SpelledInOrder<learning::TryOutcome, learning::TryOutcome::abandoned,
                     learning_text<learning::TryOutcome>> {};

/// Names, not the clauses that people read: those may be reworded.
inline std::string_view source_text(learning::ReadingSource source)
{
    static constexpr std::array<std::string_view, 14> texts{"ability",
                                                            "stored_profile",
                                                            "learner_model_data",
                                                            "middle_of_learners",
                                                            "skills",
                                                            "knowledge_model_data",
                                                            "tracing_prior",
                                                            "activity",
                                                            "engagement_data",
                                                            "tracked_engagement",
                                                            "unknown_engagement",
                                                            "checkpoints",
                                                            "assessment_data",
                                                            "untried"};
    return texts.at(static_cast<std::size_t>(source));
}
template <>
struct EnumText<learning::ReadingSource>
    : SpelledInOrder<learning::ReadingSource, learning::ReadingSource::untried, source_text> {};

template <> struct Description<learning::LearnerTraits> {
    using T = learning::LearnerTraits;
    static constexpr std::tuple members{
        Member{"knowledge_level", &T::knowledge_level, "As stated."},
        Member{"guidance_level", &T::guidance_level, "As stated."},
        Member{"help_seeking_frequency", &T::help_seeking_frequency, "Requests a try."},
    };
};

template <> struct Description<learning::AdaptationParameters> {
    using T = learning::AdaptationParameters;
    static constexpr std::tuple members{
        Member{"alpha_baseline", &T::alpha_baseline, "Learning rate."},
        Member{"beta_exploration", &T::beta_exploration, "Weight of ε."},
    };
};

template <> struct Description<learning::Profile> {
    using T = learning::Profile;
    static constexpr std::tuple members{
        Member{"traits", &T::traits, "What the models use of it."},
        Member{"learner_model_weight", &T::learner_model_weight, "In [0, 1]."},
        Member{"parameters", &T::parameters, "Of the equation."},
    };
};

template <> struct Description<learning::Ability> {
    using T = learning::Ability;
    static constexpr std::tuple members{
        Member{"theta", &T::theta, "Logits."},
        Member{"variance", &T::variance, "Logits squared."},
    };
};

template <> struct Description<learning::SkillState> {
    using T = learning::SkillState;
    static constexpr std::tuple members{
        Member{"p_known", &T::p_known, "In [0, 1], for the next try."},
        Member{"attempts", &T::attempts, "Judged tries."},
        Member{"successes", &T::successes, "Own passes among them."},
    };
};

template <> struct Description<learning::SeedState> {
    using T = learning::SeedState;
    static constexpr std::tuple members{
        Member{"transition", &T::transition, "∂ of the seed rule."},
        Member{"noise", &T::noise, "State of ε's generator."},
    };
};

template <> struct Description<learning::Activity> {
    using T = learning::Activity;
    static constexpr std::tuple members{
        Member{"active_seconds", &T::active_seconds, "Without a pause."},
        Member{"total_seconds", &T::total_seconds, "Since the unit began."},
    };
};

template <> struct Description<learning::TryCounts> {
    using T = learning::TryCounts;
    static constexpr std::tuple members{
        Member{"own_passes", &T::own_passes, "Unaided."},
        Member{"other_passes", &T::other_passes, "With a last-level hint or a correction."},
        Member{"failed", &T::failed, "Submitted untrue, or an order left broken."},
    };
};

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

template <> struct Description<learning::UnitModel> {
    using T = learning::UnitModel;
    static constexpr std::tuple members{
        Member{"phase", &T::phase, "Of the learner in this unit."},
        Member{"index", &T::index, "∂."},
        Member{"phase_is_set", &T::phase_is_set, "By a start or a change of phase."},
        Member{"counts", &T::counts, "Of tries, ever."},
        Member{"phase_counts", &T::phase_counts, "Since the phase began."},
        Member{"phase_own_passed", &T::phase_own_passed, "Checkpoints, since the phase began."},
        Member{"own_passed", &T::own_passed, "Checkpoints, ever."},
        Member{"passed", &T::passed, "Checkpoints, ever, also with help."},
        Member{"recent", &T::recent, "The last outcomes, oldest first."},
        Member{"failed_in_last_step", &T::failed_in_last_step, "It held a failure."},
        Member{"hints", &T::hints, "Shown, ever."},
        Member{"phase_hints", &T::phase_hints, "Since the phase began."},
        Member{"last_level_hint", &T::last_level_hint, "One that says how."},
        Member{"skills", &T::skills, "P(known), pessimistic."},
        Member{"activity", &T::activity, "The latest observed."},
        Member{"last_step", &T::last_step, "Of the index."},
        Member{"revision", &T::revision, "Tries ended and hints shown."},
        Member{"last_decision", &T::last_decision, "With its basis."},
    };
};

template <> struct Description<learning::LearnerModel> {
    using T = learning::LearnerModel;
    static constexpr std::tuple members{
        Member{"profile", &T::profile, "As stated."},
        Member{"profile_revision", &T::profile_revision, "Changes of it."},
        Member{"ability", &T::ability, "Over all units."},
        Member{"evidence", &T::evidence, "Own passes and failures in all units."},
        Member{"skills", &T::skills, "By name."},
        Member{"units", &T::units, "By id."},
        Member{"reported_engagement", &T::reported_engagement, "The latest report."},
        Member{"seed", &T::seed, "Of the seed rule."},
    };
};

} // namespace mvr
