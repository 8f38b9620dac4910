#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

namespace mvr::scene {

/// How large an object is along an axis of its own.
struct Dimensions {
    static constexpr std::string_view name = "dimensions";
    static constexpr std::string_view sentence =
        "An object is so large along an axis of its own, with its scale and its modifiers: "
        "Blender's Dimensions.";
    static constexpr std::string_view example =
        R"({"object": "Shelf", "axis": "z", "min": 1.99, "max": 2.01, "unit": "m"})";
    static FromSelection from_selection()
    {
        return {.label = "Dimensions",
                .sentence = "The active object is so large along an axis of its own",
                .active_member = "object",
                .asked = {AskedChoice{"axis", "z"}, AskedNumber{"min", 1000, "mm"}}};
    }

    ObjectIndex object;
    Axis axis;
    Range range;

    void tighten(double factor);
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Dimensions> {
    using Self = scene::Dimensions;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "What is measured."},
        Member{"axis", &Self::axis, "The object's own axis along which it is measured."},
        scene::Limits{&Self::range, scene::length_quantity, "The size."},
    };
};

} // namespace mvr
