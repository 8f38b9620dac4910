#pragma once

#include "scene/measure.hpp"

namespace mvr::scene {

/// Why nothing can be said of the mesh of an object: it is a lamp, a curve, an empty.
extern const Problem not_a_mesh;

} // namespace mvr::scene
