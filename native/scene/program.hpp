#pragma once

#include "scene/predicate.hpp"
#include "support/json.hpp"

#include <string>
#include <string_view>
#include <vector>

// The compiled form of a condition, shared by the compiler, the tracker and the evaluation.

namespace mvr::scene {

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
