#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

#include <optional>

namespace mvr::scene {

/// Whether an axis of an object is parallel to one of another object or of the world. Which way
/// either points does not matter, unlike with `angle`: a shelf that lies upside down is as level.
struct Aligned {
    static constexpr std::string_view name = "aligned";
    static constexpr std::string_view sentence =
        "An axis of an object is parallel to an axis of another, or of the world; which way they "
        "point does not matter.";
    static constexpr std::string_view example =
        R"({"object": "Shelf", "axis": "z", "to": "Wall", "to_axis": "z", "max_angle": 3, "unit": "deg"})";
    static FromSelection from_selection()
    {
        return {.label = "Aligned",
                .sentence = "An axis of the selected object is parallel to one of the active one",
                .selected_member = "object",
                .active_member = "to",
                .asked = {AskedChoice{"axis", "z"}, AskedChoice{"to_axis", "z"},
                          AskedNumber{"max_angle", 3, "deg"}}};
    }

    ObjectIndex object;
    Axis axis;
    std::optional<ObjectIndex> to; ///< the world without it
    Axis to_axis;
    Range range;

    void read(JsonObjectReader &reader, Node &node);
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Aligned> {
    using Self = scene::Aligned;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "Whose axis counts."},
        Member{"axis", &Self::axis, "The object's own axis."},
        Member{"to", &Self::to, "Another object; without it the axis is one of the world."},
        Member{"to_axis", &Self::to_axis, "The axis of the other object, or of the world."},
        scene::UpperLimit{"max_angle", "unit", &Self::range, scene::tilt_quantity,
                          "How far from parallel it may be, 0 to 90 degrees."},
    };
};

} // namespace mvr
