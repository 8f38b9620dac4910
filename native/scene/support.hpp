#pragma once

#include "scene/node_state.hpp"
#include "scene/object_state.hpp"

namespace mvr::scene {

/// How an object stands over another: the heights of the two surfaces are compared along vertical
/// lines, at the object's lowest points, at the other's highest ones below it, and on a grid over
/// the place where their footprints overlap. Where a line leaves the other's solid above the
/// object's lowest point there, the object is sunk into it.
SupportMeasure measure_support(const ObjectState &object, const ObjectState &base);

/// Whether all that was measured is a number.
bool is_finite(const SupportMeasure &support);

} // namespace mvr::scene
