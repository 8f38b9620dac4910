#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"
#include "support/json.hpp"

namespace mvr::scene {

/// Whether the middle of an object lies in the box of another.
struct Inside {
    static constexpr std::string_view name = "inside";
    static constexpr std::string_view sentence =
        "The middle of an object's bounding box lies in the box of another, which may be turned "
        "and scaled.";
    static constexpr std::string_view example =
        R"({"object": "Guard", "region": "Guard zone", "tolerance": 5, "unit": "mm"})";
    static FromSelection from_selection()
    {
        return {.label = "Inside",
                .sentence = "The middle of the selected object lies in the box of the active one",
                .selected_member = "object",
                .active_member = "region",
                .asked = {AskedNumber{"tolerance", 5, "mm"}}};
    }

    ObjectIndex object;
    ObjectIndex region;
    Range range; ///< of the way out of the region: at most 0

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    void tighten(double factor);
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Inside> {
    using Self = scene::Inside;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
        Member{"region", &Self::region, "The object whose box it lies in."},
        scene::OwnNumber{"tolerance", "unit", scene::length_quantity, "0",
                         "How far outside its middle may be."},
        scene::OwnMember{"unit", "mm, cm, m", "required with `tolerance`",
                         "The unit of `tolerance`."},
    };
};

} // namespace mvr
