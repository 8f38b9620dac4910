#pragma once

#include "learning/try.hpp"
#include "store/learning_texts.hpp"
#include "store/upcaster.hpp"
#include "support/clock.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

struct LearnerState;

/// What was observed of a learner's work, as sums since the unit began.
struct ObservedActivitySums {
    int changes = 0;
    int view_changes = 0;
    int moves = 0;
    std::map<std::string, int> moves_by_object;
    double active_seconds = 0;
    double total_seconds = 0;
    double path_length_m = 0;
    std::optional<double> path_efficiency; ///< [0, 1]
};

/// Where an object was: the corners of its bounding box.
struct ObjectBox {
    std::string object;          ///< its name in the lesson
    std::vector<double> corners; ///< x, y and z of 8, in the world, in metres to a tenth of a mm
};

/// One performance of one checkpoint that has ended, as it was observed.
struct ObservedTry {
    std::string checkpoint_id;
    std::string objective;
    std::string assessment_type; ///< formative, authentic, competency
    std::string skill;
    std::optional<int> item_difficulty; ///< the author's, 1 to 10
    learning::TryOutcome outcome = learning::TryOutcome::abandoned;
    bool own = false; ///< passed without a last-level hint and without a correction shown in it
    bool last_level_hint = false;
    bool corrected = false;
    int self_corrections = 0;
    double began_seconds = 0; ///< since the unit began
    double ended_seconds = 0;
    double score = 0;               ///< [0, 1]
    Json evidence = Json::object(); ///< measured values
    std::vector<std::string> unmet; ///< the conditions that were not met, as sentences
    std::vector<ObjectBox> boxes;   ///< of the objects that the conditions name, as the try ended
};

/// One step: the tries that ended together, by one look, one *Done* or by leaving the unit.
struct AssessmentEvaluated {
    static constexpr std::string_view name = "assessment_evaluated";

    std::string session_id;
    std::string unit_id;
    int number = 0;         ///< in its session, from 1; 0 where they were not counted yet
    bool submitted = false; ///< by *Done* or `submit: true`; else by a look
    std::vector<ObservedTry> tries;
    std::vector<std::string> unit_checkpoints; ///< all that the unit has, when this happened
    int hints_shown = 0;                       ///< in the unit since the step before
    ObservedActivitySums activity;

    void apply(LearnerState &learner, TimeMs time_ms) const;
    static std::span<const Upcaster> upcasters();
};

} // namespace mvr::store

namespace mvr {

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

template <> struct Description<store::ObjectBox> {
    using T = store::ObjectBox;
    static constexpr std::tuple members{
        Member{"object", &T::object, "Its name in the lesson."},
        Member{"corners", &T::corners, "Of its box in the world: 8 times x, y, z in metres."},
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
        Member{"boxes", &T::boxes, "Where the objects were that it names."},
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

} // namespace mvr
