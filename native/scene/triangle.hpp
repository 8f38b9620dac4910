#pragma once

#include "scene/geometry.hpp"

#include <array>
#include <optional>

namespace mvr::scene {

using Triangle = std::array<Vec3, 3>;

/// The shortest way from one triangle to another, 0 where they touch or cross; also for such that
/// are only a line or a point. Source: Ericson, Real-Time Collision Detection (2005), 5.1.5, 5.1.9
/// and 5.3.6.
Vec3 way_between(const Triangle &from, const Triangle &to);

/// The height (z) of a triangle at a place of the plane, its edges included; nothing beside it, and
/// for one that stands upright.
std::optional<double> height_at(const Triangle &triangle, double x, double y);

} // namespace mvr::scene
