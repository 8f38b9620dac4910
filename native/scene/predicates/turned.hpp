#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

#include <vector>

namespace mvr::scene {

/// How far an object was turned about an axis of its own since the unit began.
struct Turned {
    static constexpr std::string_view name = "turned";
    static constexpr std::string_view sentence =
        "An object was turned so far about its own axis, right-hand positive, counted through "
        "whole turns. Nothing that was never turned holds.";
    static constexpr std::string_view example =
        R"({"object": "Bolt 1", "axis": "-z", "min": 90, "unit": "deg"})";
    static FromSelection from_selection()
    {
        return {.label = "Turned",
                .sentence = "The active object was turned about an axis of its own",
                .active_member = "object",
                .asked = {AskedChoice{"axis", "z"}, AskedNumber{"min", 90, "deg", 0}}};
    }

    ObjectIndex object;
    Axis axis;
    Range range;

    Finding measure(const Sight &sight, NodeState &state) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    bool is_begun(const Node &node, const NodeState &own,
                  const std::vector<NodeState> &nodes) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Turned> {
    using Self = scene::Turned;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "What is to be turned."},
        Member{"axis", &Self::axis, "The object's own axis, as it stood at the start."},
        scene::Limits{&Self::range, scene::turn_quantity,
                      "The turn; negative is the other way round."},
    };
};

} // namespace mvr
