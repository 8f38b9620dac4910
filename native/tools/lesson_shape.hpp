#pragma once

// The lesson in the open file, as Blender tells it.

#include "support/describe.hpp"
#include "support/wire_types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

/// A checkpoint as its author made it.
struct AuthoredTrigger {
    std::string checkpoint_id;
    std::string trigger_object_name;
    std::string assessment_type;
    std::string learning_objective;
    AnyObject trigger_conditions;   ///< empty where nothing in the scene can be judged
    std::string skill;              ///< "" stands for the unit
    OrNull<double> difficulty;      ///< 1 to 10
    std::vector<std::string> hints; ///< of this one; empty where the unit's are for it too
};

struct AuthoredUnit {
    std::string unit_id;
    std::string title;
    std::string scene_name;
    std::string uuid;
    std::vector<std::string> learning_objectives;
    std::vector<std::string> prerequisite_units;
    std::string estimated_duration;
    std::string learning_event; ///< as it stands in the file, also where a hand broke it
    std::string instructions;
    std::vector<std::string> hints;
    std::vector<AuthoredTrigger> triggers;
};

struct Lesson {
    std::string file;
    bool dirty = false;
    std::vector<AuthoredUnit> units;
    std::vector<std::string> order; ///< prerequisites first; units in a cycle stand in none
    std::vector<std::string> problems;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::AuthoredTrigger> {
    using T = tools::AuthoredTrigger;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, ""},
        Member{"trigger_object_name", &T::trigger_object_name, "", or_default},
        Member{"assessment_type", &T::assessment_type, "", or_default},
        Member{"learning_objective", &T::learning_objective, "", or_default},
        Member{"trigger_conditions", &T::trigger_conditions, "", or_default},
        Member{"skill", &T::skill, "Empty: the unit", or_default},
        Member{"difficulty", &T::difficulty, "", or_default},
        Member{"hints", &T::hints, "Of this checkpoint. Empty: the unit's", or_default},
    };
};

template <> struct Description<tools::AuthoredUnit> {
    using T = tools::AuthoredUnit;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"title", &T::title, "", or_default},
        Member{"scene_name", &T::scene_name, "", or_default},
        Member{"uuid", &T::uuid, "", or_default},
        Member{"learning_objectives", &T::learning_objectives, "", or_default},
        Member{"prerequisite_units", &T::prerequisite_units, "", or_default},
        Member{"estimated_duration", &T::estimated_duration, "", or_default},
        Member{"learning_event", &T::learning_event, "", or_default},
        Member{"instructions", &T::instructions, "", or_default},
        Member{"hints", &T::hints, "", or_default},
        Member{"triggers", &T::triggers, "", or_default},
    };
};

template <> struct Description<tools::Lesson> {
    using T = tools::Lesson;
    static constexpr std::tuple members{
        Member{"file", &T::file, "", or_default},
        Member{"dirty", &T::dirty, "Changes not yet saved", or_default},
        Member{"units", &T::units, ""},
        Member{"order", &T::order, "Prerequisites first"},
        Member{"problems", &T::problems, "", or_default},
    };
};

} // namespace mvr
