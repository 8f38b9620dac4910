#pragma once

// Shapes that several commands to the scene and their replies share.

#include "learning/try.hpp"
#include "store/events.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

/// How a condition stands, as `scene::Evaluation`.
struct EvaluationShape {
    bool passed = false;
    double score = 0;
    AnyObject evidence;
    std::vector<std::string> unmet;
};

/// A try that ended, as Blender tells it.
struct EndedTry {
    std::string checkpoint_id;
    std::string learning_objective;
    std::string assessment_type;
    std::string skill;
    OrNull<double> difficulty;
    learning::TryOutcome outcome = learning::TryOutcome::abandoned;
    bool corrected = false;
    bool last_level_hint = false;
    int self_corrected = 0;
    double began_s = 0;
    double ended_s = 0;
    EvaluationShape evaluation;
    std::vector<store::ObjectBox> boxes;
};

/// Tries that ended together, numbered in their session.
struct EndedStep {
    int number = 0;
    bool submitted = false;
    std::vector<EndedTry> tries;
    store::ObservedActivitySums activity;
    std::vector<std::string> unit_checkpoints;
};

/// What is left of a run that another one took the place of.
struct LeftRun {
    std::string session_id;
    std::string unit_id;
    std::vector<EndedStep> steps;
};

/// A checkpoint as a started unit lists it.
struct CheckpointInfo {
    std::string checkpoint_id;
    std::string learning_objective;
    std::string assessment_type;
    std::string trigger_object_name;
    std::string skill;
    OrNull<double> difficulty;
};

/// How a checkpoint stands. `begun` and `changed` say how far the learner was before this look at
/// it.
struct CheckpointState : CheckpointInfo {
    bool begun = false;
    bool changed = false;
    bool needs_view = false;
    EvaluationShape evaluation;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::EvaluationShape> {
    using T = tools::EvaluationShape;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"passed", &T::passed, "It holds now", or_default},
        Member{"score", &T::score, "", numbers(0, 1).or_default()},
        Member{"evidence", &T::evidence, "Measured values", or_default},
        Member{"unmet", &T::unmet, "", or_default},
    };
};

template <> struct Description<tools::EndedTry> {
    using T = tools::EndedTry;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, ""},
        Member{"learning_objective", &T::learning_objective, "", or_default},
        Member{"assessment_type", &T::assessment_type, "", or_default},
        Member{"skill", &T::skill, ""},
        Member{"difficulty", &T::difficulty, "", or_default},
        Member{"outcome", &T::outcome, ""},
        Member{"corrected", &T::corrected, ""},
        Member{"last_level_hint", &T::last_level_hint, ""},
        Member{"self_corrected", &T::self_corrected, "", or_default},
        Member{"began_s", &T::began_s, ""},
        Member{"ended_s", &T::ended_s, ""},
        Member{"evaluation", &T::evaluation, "", or_default},
        Member{"boxes", &T::boxes, "", or_default},
    };
};

template <> struct Description<tools::EndedStep> {
    using T = tools::EndedStep;
    static constexpr std::tuple members{
        Member{"number", &T::number, ""},
        Member{"submitted", &T::submitted, ""},
        Member{"tries", &T::tries, ""},
        Member{"activity", &T::activity, ""},
        Member{"unit_checkpoints", &T::unit_checkpoints, ""},
    };
};

template <> struct Description<tools::LeftRun> {
    using T = tools::LeftRun;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "", or_default},
        Member{"unit_id", &T::unit_id, "", or_default},
        Member{"steps", &T::steps, "", or_default},
    };
};

template <> struct Description<tools::CheckpointInfo> {
    using T = tools::CheckpointInfo;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, ""},
        Member{"learning_objective", &T::learning_objective, ""},
        Member{"assessment_type", &T::assessment_type, ""},
        Member{"trigger_object_name", &T::trigger_object_name, ""},
        Member{"skill", &T::skill, ""},
        Member{"difficulty", &T::difficulty, ""},
    };
};

template <> struct Description<tools::CheckpointState> {
    using T = tools::CheckpointState;
    static constexpr auto members = std::tuple_cat(
        Description<tools::CheckpointInfo>::members,
        std::tuple{Member{"begun", &T::begun, ""}, Member{"changed", &T::changed, ""},
                   Member{"needs_view", &T::needs_view, ""},
                   Member{"evaluation", &T::evaluation, ""}});
};

} // namespace mvr
