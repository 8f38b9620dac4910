#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"
#include "support/json.hpp"

#include <optional>

namespace mvr::scene {

/// Whether an object is seen, and how.
struct InView {
    static constexpr std::string_view name = "in_view";
    static constexpr std::string_view sentence = "The middle of an object is in the learner's "
                                                 "view, near enough, facing it and large enough.";
    static constexpr std::string_view example =
        R"({"object": "Serial plate", "max_distance": 1.5, "unit": "m", "facing_axis": "z", "max_facing_angle": 50, "angle_unit": "deg", "min_screen_fraction": 0.03})";
    static FromSelection from_selection()
    {
        return {.label = "In View",
                .sentence = "The middle of the active object is in the learner's view",
                .active_member = "object"};
    }

    ObjectIndex object;
    std::optional<Range> distance;
    std::optional<Axis> facing_axis;
    std::optional<Range> facing_angle;
    std::optional<Range> screen_fraction;

    static constexpr bool entered = true;
    static constexpr Beside beside = Beside::view;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    void add_evidence(const NodeFindings &found, Json &out) const;
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    /// All that is wrong with how it is seen; nothing more while it is not in the view at all.
    Sentences unmet(const NodeFindings &found) const;
    /// How a view misses cannot be seen in it.
    Sentences beside_feedback(const NodeFindings &found) const { return unmet(found); }
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::InView> {
    using Self = scene::InView;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "What is to be seen."},
        scene::UpperLimit{"max_distance", "unit", &Self::distance, scene::length_quantity,
                          "From the eye to its middle."},
        Member{"facing_axis", &Self::facing_axis, "The axis that must point at the eye."},
        scene::UpperLimit{"max_facing_angle", "angle_unit", &Self::facing_angle,
                          scene::angle_quantity, "How far that axis may point past the eye."},
        scene::OwnMember{"min_screen_fraction", "number from 0 to 1", scene::form::nothing_asked,
                         "The share of the view's height that it covers at least."},
    };
};

} // namespace mvr
