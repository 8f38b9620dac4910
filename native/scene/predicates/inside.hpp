#pragma once

#include "scene/form.hpp"
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
        scene::OwnMember{"tolerance", "number in `unit`", "0",
                         "How far outside its middle may be."},
        scene::OwnMember{"unit", "mm, cm, m", "required with `tolerance`",
                         "The unit of `tolerance`."},
    };
};

} // namespace mvr
