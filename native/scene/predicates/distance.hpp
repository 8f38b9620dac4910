#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

namespace mvr::scene {

/// How far an object's origin is from another's, or from a point.
struct Distance {
    static constexpr std::string_view name = "distance";
    static constexpr std::string_view sentence =
        "An object's origin is so far from another's, or from a point: for exact placement; `near` "
        "is from surface to surface.";
    static constexpr std::string_view example =
        R"({"object": "Gasket", "to": "Gasket seat", "max": 3, "unit": "mm"})";
    static FromSelection from_selection()
    {
        return {.label = "Distance",
                .sentence = "The origin of the selected object is close to that of the active one",
                .selected_member = "object",
                .active_member = "to",
                .asked = {AskedNumber{"max", 5, "mm"}}};
    }

    ObjectIndex object;
    Target to;
    Range range;

    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Distance> {
    using Self = scene::Distance;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "Whose origin counts."},
        Member{"to", &Self::to,
               "Another object, whose origin counts, or a point in the world (m)."},
        scene::Limits{&Self::range, scene::length_quantity, "The distance."},
    };
};

} // namespace mvr
