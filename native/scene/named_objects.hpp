#pragma once

#include "scene/program.hpp"

#include <vector>

namespace mvr::scene {

/// The objects that a node and all below it name; sorted, each once.
std::vector<ObjectIndex> named_objects(const Program &program, NodeIndex index);

/// The objects whose surface a predicate measures.
std::vector<ObjectIndex> measured_surfaces(const Predicate &predicate);

/// The objects whose mesh a predicate counts.
std::vector<ObjectIndex> counted_meshes(const Predicate &predicate);

} // namespace mvr::scene
