#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace mvr::scene {

/// Between which parts of two objects a way is measured.
enum class MeasuredBetween { surface, centre };

/// How far an object is from another, from surface to surface unless the author says otherwise.
struct Near {
    static constexpr std::string_view name = "near";
    static constexpr std::string_view sentence =
        "The gap between an object and another, or a point, is so wide: from surface to surface, 0 "
        "when they touch or overlap, or from centre to centre of their boxes.";
    static constexpr std::string_view example =
        R"({"object": "Cup", "to": "Saucer", "max": 20, "unit": "mm"})";
    static FromSelection from_selection()
    {
        return {.label = "Near",
                .sentence =
                    "The selected object is close to the active one, from surface to surface",
                .selected_member = "object",
                .active_member = "to",
                .asked = {AskedNumber{"max", 5, "mm"}}};
    }

    ObjectIndex object;
    Target to;
    MeasuredBetween measured_between;
    Range range;

    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    std::vector<ObjectIndex> surfaces() const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct EnumText<scene::MeasuredBetween> : TextsInOrder<scene::MeasuredBetween> {
    static constexpr std::array<std::string_view, 2> texts{"surface", "centre"};
};

template <> struct Description<scene::Near> {
    using Self = scene::Near;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
        Member{"to", &Self::to, "Another object, or a point in the world (m)."},
        Member{"measure", &Self::measured_between, "From surface or from centre."},
        scene::Limits{&Self::range, scene::length_quantity, "The gap."},
    };
};

} // namespace mvr
