#pragma once

#include "scene/measure.hpp"
#include "scene/statement.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Knows no predicate, so that a predicate that is short can be written in its header.

namespace mvr::scene {

/// A program and what its nodes found.
struct Findings {
    const Program &program;
    const std::vector<NodeState> &states;
    std::vector<double> scores = {}; ///< one for each node

    const Node &node(NodeIndex i) const;
    const NodeState &state(NodeIndex i) const { return states[i]; }
    bool holds(NodeIndex i) const { return states[i].now.truth == Truth::yes; }
    const std::string &object(ObjectIndex i) const;
};

/// What was found at one node, as its predicate reads it.
struct NodeFindings {
    const Findings &all;
    NodeIndex index;

    const Node &node() const { return all.node(index); }
    const Finding &now() const { return all.state(index).now; }
    NodeIndex child() const;
    Tally tally() const { return scene::tally(node(), all.states); }
    /// As an argument of a message.
    Argument object(std::string_view placeholder, ObjectIndex i) const
    {
        return {placeholder, Name{all.object(i)}};
    }

    double number() const { return std::get<double>(now().measured); }
    const Property &property() const { return std::get<Property>(now().measured); }
    const std::string &text() const { return std::get<std::string>(property()); }
};

} // namespace mvr::scene
