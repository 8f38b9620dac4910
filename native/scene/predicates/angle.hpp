#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

#include <optional>

namespace mvr::scene {

/// How far an axis of an object is turned from another object's, or from a direction.
struct Angle {
    static constexpr std::string_view name = "angle";
    static constexpr std::string_view sentence =
        "An axis of an object lies at such an angle to an axis of another, or to a direction.";
    static constexpr std::string_view example =
        R"({"object": "Gasket", "axis": "z", "to": "Gasket seat", "to_axis": "z", "max": 3, "unit": "deg"})";
    static FromSelection from_selection()
    {
        return {.label = "Angle",
                .sentence = "An axis of the selected object lies along an axis of the active one",
                .selected_member = "object",
                .active_member = "to",
                .asked = {AskedChoice{"axis", "z"}, AskedChoice{"to_axis", "z"},
                          AskedNumber{"max", 5, "deg"}}};
    }

    ObjectIndex object;
    Axis axis;
    Target to;
    std::optional<Axis> to_axis; ///< with an object in `to`
    Range range;

    void read(JsonObjectReader &reader, Node &node);
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Angle> {
    using Self = scene::Angle;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "Whose axis counts."},
        Member{"axis", &Self::axis, "The object's own axis."},
        Member{"to", &Self::to, "Another object, or a direction in the world."},
        Member{"to_axis", &Self::to_axis,
               "The other object's own axis; needed with an object in `to`."},
        scene::Limits{&Self::range, scene::angle_quantity, "The angle, 0 to 180 degrees."},
    };
};

} // namespace mvr
