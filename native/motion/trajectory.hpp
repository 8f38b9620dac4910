#pragma once

// motion: what a movement, or work in the view, measures. Pure functions over values: they know
// nothing of Blender, files, threads or who moved.
//
// Lengths are metres, angles radians, times seconds. A value that cannot be measured (too short,
// nothing moved) is absent, never a number in its place.

#include "scene/geometry.hpp"

#include <vector>

namespace mvr::motion {

using scene::Quat;
using scene::Vec3;

/// A point of a movement. Times of a movement rise.
struct TimedPoint {
    double seconds = 0;
    Vec3 point;
};

struct TimedRotation {
    double seconds = 0;
    Quat rotation;
};

/// Speeds (m/s, rad/s) at a constant rate.
struct SpeedProfile {
    std::vector<double> speeds;
    double rate_hz = 0;
};

/// A movement of fewer seconds is not measured.
inline constexpr double shortest_movement_seconds = 0.5;

} // namespace mvr::motion
