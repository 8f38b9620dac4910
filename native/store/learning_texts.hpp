#pragma once

// How the enumerations of `learning`, which knows no JSON, are spelled in the record and to
// clients.

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

} // namespace mvr
