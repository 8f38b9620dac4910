#pragma once

#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <optional>
#include <vector>

// What the predicates of a condition that count time wait for. What each of them is about (`of`)
// is its only child.

namespace mvr::scene {

/// Whether the predicate counts time at all.
bool asks_for_time(const Predicate &predicate);

/// Whether time alone may change what a node finds.
bool counts_time(const Program &program, const std::vector<NodeState> &nodes, NodeIndex index);

/// Whether that is so of any node.
bool is_time_running(const Program &program, const std::vector<NodeState> &nodes);

/// When the first of those that count may hold, or have something else said of it, as long as
/// nothing changes. `now_seconds` and the result are seconds of the observations.
std::optional<double> due_seconds(const Program &program, const std::vector<NodeState> &nodes,
                                  double now_seconds);

} // namespace mvr::scene
