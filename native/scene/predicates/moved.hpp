#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

#include <vector>

namespace mvr::scene {

/// How far an object's origin is from where the unit began.
struct Moved {
    static constexpr std::string_view name = "moved";
    static constexpr std::string_view sentence =
        "An object was moved and its origin is so far from where the unit began. Nothing that was "
        "never moved holds.";
    static constexpr std::string_view example = R"({"object": "Guard", "min": 200, "unit": "mm"})";
    static FromSelection from_selection()
    {
        return {.label = "Moved",
                .sentence = "The active object was moved away from where the unit began",
                .active_member = "object",
                .asked = {AskedNumber{"min", 100, "mm"}}};
    }

    ObjectIndex object;
    Range range;

    Finding measure(const Sight &sight, NodeState &state) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    bool is_begun(const Node &node, const NodeState &own,
                  const std::vector<NodeState> &nodes) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Moved> {
    using Self = scene::Moved;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "What is to be moved."},
        scene::Limits{&Self::range, scene::length_quantity, "The way from the start."},
    };
};

} // namespace mvr
