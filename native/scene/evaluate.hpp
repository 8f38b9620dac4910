#pragma once

#include "scene/evaluation.hpp"
#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <string>
#include <vector>

namespace mvr::scene {

/// A program and what its nodes found.
struct Findings {
    const Program &program;
    const std::vector<NodeState> &states;

    const Node &node(NodeIndex i) const { return program.nodes[i]; }
    const NodeState &state(NodeIndex i) const { return states[i]; }
    bool holds(NodeIndex i) const { return states[i].now.truth == Truth::yes; }
    const std::string &object(ObjectIndex i) const { return program.objects[i]; }
};

Evaluation evaluate(const Program &program, const std::vector<NodeState> &states);

/// One score for each node.
std::vector<double> scores(const Findings &findings);

/// The evidence of one node and all below it.
Json evidence(const Findings &findings, NodeIndex index);

/// Sentences for what is not met at one node and below it.
std::vector<std::string> unmet(const Findings &findings, const std::vector<double> &scores,
                               NodeIndex index);

/// What was found at a node and what its predicate asks, e.g. "Gasket is 3.4 mm from Gasket seat"
/// and "at most 2 mm is allowed". `need` is empty where the parts of a node say it.
struct Words {
    std::string fact;
    std::string need;
};
Words words(const Findings &findings, NodeIndex index);

/// Fact and need of one number; `subject` goes before the number, and `object` after its unit.
Words number_words(const std::string &subject, double value, const Range &range,
                   const std::string &object);

/// How an object stands in the view, by the first thing that is wrong with it.
Words view_words(const std::string &object, const InView &test, const ViewMeasure &seen);

} // namespace mvr::scene
