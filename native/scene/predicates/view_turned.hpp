#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <vector>

namespace mvr::scene {

/// How far the learner turned the viewport since the unit began, all turns added up: orbiting there
/// and back is twice the way. What the program turned, and the view through a camera, do not count.
struct ViewTurned {
    static constexpr std::string_view name = "view_turned";
    static constexpr std::string_view sentence =
        "The learner turned the viewport by so much since the unit began, there and back added "
        "up. The view through a camera does not count.";
    static constexpr std::string_view example = R"({"min": 90, "unit": "deg"})";

    Range range; ///< at least so much

    static constexpr bool entered = true;
    static constexpr Beside beside = Beside::view;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Sight &sight, NodeState &state) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    bool is_begun(const Node &node, const NodeState &own,
                  const std::vector<NodeState> &nodes) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::ViewTurned> {
    static constexpr std::tuple members{
        scene::OwnNumber{"min", "unit", scene::path_quantity, scene::form::required,
                         "At least so far, in all."},
        scene::OwnMember{"unit", "deg, rad", scene::form::required, "The unit of `min`."},
    };
};

} // namespace mvr
