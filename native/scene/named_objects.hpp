#pragma once

#include "scene/program.hpp"

#include <vector>

namespace mvr::scene {

/// The objects that a node and all below it name; sorted, each once.
std::vector<ObjectIndex> named_objects(const Program &program, NodeIndex index);

} // namespace mvr::scene
