#pragma once

#include "motion/trajectory.hpp"

#include <optional>
#include <span>

namespace mvr::motion {

/// Way of the points, m.
double path_length_m(std::span<const Vec3> points);

/// |x_N - x_0| / sum |x_i - x_(i-1)|, in [0, 1]; 1 is a straight way. Absent when nothing moved.
/// Source: economy of motion (Estrada et al. 2014). Thread: any.
std::optional<double> path_efficiency(std::span<const Vec3> points);

/// The same with way-points that had to be visited: sum of the chords through them (both ends are
/// way-points) / way of `points`. In [0, 1] for points that pass all of them; a way that cut a
/// corner is clipped to 1. Absent when nothing moved.
std::optional<double> path_efficiency(std::span<const Vec3> points,
                                      std::span<const Vec3> way_points);

/// ang(q_0, q_N) / sum ang(q_(i-1), q_i), in [0, 1]; 1 is the shortest turn. Absent when nothing
/// turned.
std::optional<double> rotation_efficiency(std::span<const Quat> rotations);

} // namespace mvr::motion
