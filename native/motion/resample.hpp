#pragma once

#include "motion/trajectory.hpp"

#include <span>
#include <vector>

namespace mvr::motion {

/// The rate at which smoothness is measured.
inline constexpr double measured_rate_hz = 60;
/// A longer gap between two points ends a movement: what happened in it is not known.
inline constexpr double longest_gap_seconds = 0.1;

/// The stretches of `points` without a gap longer than `gap_seconds` that last at least
/// `shortest_movement_seconds`, each as the part of `points` that it is.
std::vector<std::span<const TimedPoint>> stretches(std::span<const TimedPoint> points,
                                                   double gap_seconds = longest_gap_seconds);
std::vector<std::span<const TimedRotation>> stretches(std::span<const TimedRotation> rotations,
                                                      double gap_seconds = longest_gap_seconds);

/// The points at a constant rate, from the first on, linearly between the neighbours. Fewer than
/// two points, or times that do not rise, give nothing.
std::vector<Vec3> resampled(std::span<const TimedPoint> points, double rate_hz = measured_rate_hz);

/// The speed of one stretch: resampled to `rate_hz`, each coordinate low-passed (`low_passed`),
/// then |difference| · rate. Empty when there are too few points to filter.
SpeedProfile speed_profile(std::span<const TimedPoint> stretch, double rate_hz = measured_rate_hz);

/// The angular speed of one stretch, rad/s: slerp to `rate_hz`, ang(q_(i-1), q_i) · rate, then
/// low-passed and clipped at 0.
SpeedProfile angular_speed_profile(std::span<const TimedRotation> stretch,
                                   double rate_hz = measured_rate_hz);

} // namespace mvr::motion
