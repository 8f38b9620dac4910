#pragma once

#include "scene/geometry.hpp"
#include "scene/snapshot.hpp"
#include "scene/units.hpp"
#include "support/json.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The compiled form of a condition, shared by the compiler, the tracker and the evaluation.

namespace mvr::scene {

/// Index into Program::objects.
using ObjectIndex = std::size_t;
/// Index into Program::nodes.
using NodeIndex = std::size_t;

struct Axis {
    std::string name; ///< "x" … "-z"
    Vec3 direction;   ///< unit, in the object's own frame
};

struct Distance {
    ObjectIndex object;
    std::variant<ObjectIndex, Vec3> to;
    Range range;
};

struct Angle {
    ObjectIndex object;
    Axis axis;
    std::variant<ObjectIndex, Vec3> to;
    Axis to_axis; ///< only with an object in `to`
    Range range;
};

struct Inside {
    ObjectIndex object;
    ObjectIndex region;
    Range range; ///< of the way out of the region: at most 0
};

struct Moved {
    ObjectIndex object;
    Range range;
};

struct Turned {
    ObjectIndex object;
    Axis axis;
    Range range;
};

struct InView {
    ObjectIndex object;
    std::optional<Range> distance;
    std::optional<Axis> facing_axis;
    std::optional<Range> facing_angle;
    std::optional<Range> screen_fraction;
};

struct Visible {
    ObjectIndex object;
};

struct HasProperty {
    ObjectIndex object;
    std::string name;
    std::optional<Property> equals;
    Range range; ///< only without `equals`
};

struct Parented {
    ObjectIndex object;
    std::string to;
};

struct HasMaterial {
    ObjectIndex object;
    std::string material;
};

struct InMode {
    std::string is;
};

struct WithTool {
    std::string is;
};

struct All {};

struct Any {};

struct Not {};

struct Count {
    std::optional<std::size_t> min;
    std::optional<std::size_t> max;
};

struct Step {
    std::string id;
    std::string feedback;
};

struct Order {
    std::vector<Step> steps; ///< one for each child
};

struct Duration {
    Range range;
};

using Predicate =
    std::variant<Distance, Angle, Inside, Moved, Turned, InView, Visible, HasProperty, Parented,
                 HasMaterial, InMode, WithTool, All, Any, Not, Count, Order, Duration>;

struct Node {
    Predicate predicate;
    std::string_view name; ///< of the predicate, as in JSON
    std::string id;
    std::string feedback;
    std::vector<NodeIndex> children;
};

/// Children stand before their parent, so one pass in order meets every child first; the root is
/// last.
struct Program {
    Json source;
    std::vector<std::string> objects; ///< each once
    std::vector<Node> nodes;

    NodeIndex root() const { return nodes.size() - 1; }
};

} // namespace mvr::scene
