#pragma once

#include "scene/geometry.hpp"
#include "scene/units.hpp"
#include "support/message.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What predicates are made of, and the names that their declarations need.

namespace mvr::scene {

/// Index into Program::objects.
using ObjectIndex = std::size_t;
/// Index into Program::nodes.
using NodeIndex = std::size_t;

struct Axis {
    std::string name; ///< "x" … "-z"
    Vec3 direction;   ///< unit, in the object's own frame
};

struct NamedAxis {
    std::string_view name;
    Vec3 direction; ///< unit
};
/// All that an author can name.
inline constexpr std::array<NamedAxis, 6> named_axes{{{"x", {1, 0, 0}},
                                                      {"y", {0, 1, 0}},
                                                      {"z", {0, 0, 1}},
                                                      {"-x", {-1, 0, 0}},
                                                      {"-y", {0, -1, 0}},
                                                      {"-z", {0, 0, -1}}}};

/// What a predicate judges that is no object's own state.
enum class Beside { nothing, view, mode, tool, selection, answers };

/// An object, or a point (m) or direction in the world.
using Target = std::variant<ObjectIndex, Vec3>;

/// For a person, one sentence for each thing that is not met.
using Sentences = std::vector<Message>;

struct Node;
struct Program;
struct Sight;
struct NodeState;
struct Finding;
struct Findings;
struct NodeFindings;
struct Statement;
class Compiler;
class JsonObjectReader;

} // namespace mvr::scene
