#pragma once

#include "scene/node_state.hpp"
#include "support/message.hpp"

#include <vector>

namespace mvr::scene {

struct Program;

/// What one node of a condition found, for its author.
struct NodeReport {
    Truth truth = Truth::unknown;
    Message sentence; ///< what was found, and what is asked where that is not met
};

/// Of all nodes, each before its children, and these in the order in which they stand in the JSON.
/// Thread: any, as long as nobody writes.
std::vector<NodeReport> node_reports(const Program &program, const std::vector<NodeState> &states);

} // namespace mvr::scene
