#pragma once

#include "store/events.hpp"
#include "store/learning_descriptions.hpp"

namespace mvr {

template <> struct Description<store::LearnerProfileSet> {
    using T = store::LearnerProfileSet;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, "The learner."},
        Member{"static_profile", &T::static_profile, "What is stated about the learner."},
        Member{"dynamic_profile", &T::dynamic_profile, "Behaviour and progress as reported."},
        Member{"learner_model_weight", &T::learner_model_weight, "In [0.1, 0.6]."},
        Member{"alpha_baseline", &T::alpha_baseline, "Learning rate that fits the profile."},
        Member{"beta_exploration", &T::beta_exploration, "Weight of ε that fits the profile."},
    };
};

template <> struct Description<store::KnowledgeStructureDefined> {
    using T = store::KnowledgeStructureDefined;
    static constexpr std::tuple members{
        Member{"domain_id", &T::domain_id, "The domain."},
        Member{"content_architecture", &T::content_architecture, "Units and what they need."},
    };
};

template <> struct Description<store::SessionStarted> {
    using T = store::SessionStarted;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"learner_id", &T::learner_id, "Who learns."},
        Member{"unit_id", &T::unit_id, "What is learned."},
        Member{"scene", &T::scene, "The unit's scene in Blender."},
        Member{"resumed_from", &T::resumed_from, "The session that this one goes on from."},
        Member{"learning_event", &T::learning_event, "The phase that the author gave the unit."},
    };
};

template <> struct Description<store::SessionEnded> {
    using T = store::SessionEnded;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"reason", &T::reason, "completed, stopped or interrupted."},
    };
};

template <> struct Description<store::ObservedActivitySums> {
    using T = store::ObservedActivitySums;
    static constexpr bool is_open = true; // a scene may tell more
    static constexpr std::tuple members{
        Member{"changes", &T::changes, "Observations in which anything differed.", or_default},
        Member{"view_changes", &T::view_changes, "Observations in which the view differed.",
               or_default},
        Member{"moves", &T::moves, "Distinct movements of all objects.", or_default},
        Member{"moves_by_object", &T::moves_by_object, "The same for each object.", or_default},
        Member{"active_seconds", &T::active_seconds, "Time without a pause.", or_default},
        Member{"total_seconds", &T::total_seconds, "Time since the unit began.", or_default},
        Member{"path_length_m", &T::path_length_m, "Way of all origins.", or_default},
        Member{"path_efficiency", &T::path_efficiency, "In [0, 1]; 1 is a straight way.",
               or_default},
    };
};

template <> struct Description<store::ObservedTry> {
    using T = store::ObservedTry;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, "What was tried."},
        Member{"objective", &T::objective, "The objective that it shows."},
        Member{"assessment_type", &T::assessment_type, "formative, authentic or competency."},
        Member{"skill", &T::skill, "The skill that it exercises."},
        Member{"item_difficulty", &T::item_difficulty, "The author's, 1 to 10."},
        Member{"outcome", &T::outcome, "passed, failed or abandoned."},
        Member{"own", &T::own, "Passed without a last-level hint or a correction."},
        Member{"last_level_hint", &T::last_level_hint, "The hint that says how was shown."},
        Member{"corrected", &T::corrected, "What was wrong was shown in this try."},
        Member{"self_corrections", &T::self_corrections, "Slips taken back at once."},
        Member{"began_seconds", &T::began_seconds, "Since the unit began."},
        Member{"ended_seconds", &T::ended_seconds, "Since the unit began."},
        Member{"score", &T::score, "In [0, 1]."},
        Member{"evidence", &T::evidence, "Measured values."},
        Member{"unmet", &T::unmet, "What was not met, as sentences."},
    };
};

template <> struct Description<store::AssessmentEvaluated> {
    using T = store::AssessmentEvaluated;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"number", &T::number, "Of the step in its session, from 1."},
        Member{"submitted", &T::submitted, "By Done; else by a look or by leaving."},
        Member{"tries", &T::tries, "The tries that ended together."},
        Member{"unit_checkpoints", &T::unit_checkpoints, "All checkpoints of the unit."},
        Member{"hints_shown", &T::hints_shown, "In the unit since the step before."},
        Member{"activity", &T::activity, "What the learner did meanwhile."},
    };
};

template <> struct Description<store::PerformanceReported> {
    using T = store::PerformanceReported;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"checkpoint_id", &T::checkpoint_id, "The checkpoint."},
        Member{"assessment_type", &T::assessment_type, "Its type."},
        Member{"performance_data", &T::performance_data, "As the client reported it."},
    };
};

template <> struct Description<store::EngagementReported> {
    using T = store::EngagementReported;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"interaction_data", &T::interaction_data, "As the client reported it."},
        Member{"score", &T::score, "Mean of what was reported, in [0, 1]."},
    };
};

template <> struct Description<store::InteractionReported> {
    using T = store::InteractionReported;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"interaction_data", &T::interaction_data, "As the client reported it."},
        Member{"spatial_reasoning_score", &T::spatial_reasoning_score, "In [0, 1]."},
        Member{"tool_usage_efficiency", &T::tool_usage_efficiency, "In [0, 1]."},
    };
};

template <> struct Description<store::HintShown> {
    using T = store::HintShown;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session."},
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"level", &T::level, "From 1, vague, upwards."},
        Member{"last_level", &T::last_level, "It says how."},
        Member{"offered", &T::offered, "By itself; else on request."},
    };
};

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

template <> struct Description<store::SceneAdapted> {
    using T = store::SceneAdapted;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "The session; empty without one."},
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"learning_progress", &T::learning_progress, "As the client reported it."},
        Member{"adaptation", &T::adaptation, "What was asked for."},
        Member{"changes", &T::changes, "What changed."},
    };
};

template <> struct Description<store::SceneAuthored> {
    using T = store::SceneAuthored;
    static constexpr std::tuple members{
        Member{"tool", &T::tool, "The tool."},
        Member{"scene", &T::scene, "The scene."},
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"changes", &T::changes, "What Blender answered."},
    };
};

template <> struct Description<store::RecordRecovered> {
    using T = store::RecordRecovered;
    static constexpr std::tuple members{
        Member{"damaged_at_sequence", &T::damaged_at_sequence, "The first damaged event."},
        Member{"reason", &T::reason, "What was found."},
        Member{"kept_as", &T::kept_as, "Name of the copy."},
    };
};

} // namespace mvr
