#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

namespace mvr::scene {

/// Whether an axis of an object points at another object, or at a point.
struct PointsTowards {
    static constexpr std::string_view name = "points_towards";
    static constexpr std::string_view sentence =
        "An axis of an object points from its centre to the centre of another, or to a point.";
    static constexpr std::string_view example =
        R"({"object": "Lamp", "axis": "-z", "to": "Cup", "max_angle": 15, "unit": "deg"})";
    static FromSelection from_selection()
    {
        return {.label = "Points Towards",
                .sentence = "An axis of the selected object points at the centre of the active one",
                .selected_member = "object",
                .active_member = "to",
                .asked = {AskedChoice{"axis", "x"}, AskedNumber{"max_angle", 15, "deg"}}};
    }

    ObjectIndex object;
    Axis axis;
    Target to;
    Range range;

    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::PointsTowards> {
    using Self = scene::PointsTowards;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "What points."},
        Member{"axis", &Self::axis, "The object's own axis that points."},
        Member{"to", &Self::to, "Another object, or a point in the world (m)."},
        scene::UpperLimit{"max_angle", "unit", &Self::range, scene::angle_quantity,
                          "How far the axis may point past the centre."},
    };
};

} // namespace mvr
