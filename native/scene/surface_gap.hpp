#pragma once

#include "scene/placed_surface.hpp"

namespace mvr::scene {

/// The least distance of two surfaces (m), right to 1e-7; 0 where they touch, cross or lie one in
/// the other; not a number when a place is none.
double gap_between(const PlacedSurface &a, const PlacedSurface &b);

} // namespace mvr::scene
