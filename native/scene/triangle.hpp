#pragma once

#include "scene/geometry.hpp"

#include <array>
#include <optional>

namespace mvr::scene {

using Triangle = std::array<Vec3, 3>;

/// The least distance of two triangles, 0 where they touch or cross; also of such that are only a
/// line or a point. Source: Ericson, Real-Time Collision Detection (2005), 5.1.5, 5.1.9 and 5.3.6.
double distance_between(const Triangle &a, const Triangle &b);

/// The height (z) of a triangle at a place of the plane, its edges included; nothing beside it, and
/// for one that stands upright.
std::optional<double> height_at(const Triangle &triangle, double x, double y);

/// The solid angle under which a point sees a triangle, positive when it sees its back.
/// Source: van Oosterom and Strackee 1983.
double solid_angle(const Triangle &triangle, const Vec3 &point);

} // namespace mvr::scene
