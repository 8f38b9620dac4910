#pragma once

#include "scene/evaluation.hpp"
#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <vector>

namespace mvr::scene {

/// How a program stands by what its nodes found. Thread: any, as long as nobody writes.
Evaluation evaluate(const Program &program, const std::vector<NodeState> &states);

} // namespace mvr::scene
