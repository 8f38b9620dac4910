#pragma once

#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <optional>
#include <vector>

// What the durations of a condition wait for. Each duration's `of` is its only child.

namespace mvr::scene {

/// Whether any of them counts time: what it asks to be held holds.
bool is_time_running(const Program &program, const std::vector<NodeState> &nodes);

/// When the first of those that count may hold, or have something else said of it, as long as
/// nothing changes. `now_seconds` and the result are seconds of the observations.
std::optional<double> due_seconds(const Program &program, const std::vector<NodeState> &nodes,
                                  double now_seconds);

} // namespace mvr::scene
