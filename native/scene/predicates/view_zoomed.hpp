#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <vector>

namespace mvr::scene {

/// By what factor the learner zoomed the viewport since the unit began, in and out multiplied: to
/// half the distance and back is a factor of 4. What the program zoomed, and the view through a
/// camera, do not count.
struct ViewZoomed {
    static constexpr std::string_view name = "view_zoomed";
    static constexpr std::string_view sentence =
        "The learner zoomed the viewport by such a factor since the unit began, in and out "
        "counted alike and multiplied. The view through a camera does not count.";
    static constexpr std::string_view example = R"({"min": 2})";

    Range range; ///< at least such a factor

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

template <> struct Description<scene::ViewZoomed> {
    static constexpr std::tuple members{
        scene::OwnNumber{"min", "", scene::factor_quantity, scene::form::required,
                         "At least such a factor, from 1."},
    };
};

} // namespace mvr
