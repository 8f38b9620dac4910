#pragma once

#include "motion/trajectory.hpp"

#include <optional>

namespace mvr::motion {

/// Spectral arc length: how long the outline of the speed's spectrum is up to 10 Hz (or, where it
/// ends sooner, up to its last frequency of at least 5 % of the greatest). Dimensionless; about
/// -1.4 for one smooth movement, more negative for a jerky one. It does not see a tremor below its
/// 5 % threshold; the jerk does. Absent for a profile that is too short or nowhere moves.
/// Source: Balasubramanian et al. 2012, 2015, with their constants (padding 2^4). Thread: any.
std::optional<double> spectral_arc_length(const SpeedProfile &profile);

/// -ln(T^3 / v_peak^2 · sum(jerk^2) dt), the jerk being the second difference of the speed / dt^2;
/// T is the number of samples · dt. Dimensionless; higher is smoother. Noise rules it, so the
/// profile must come from the one filter (`speed_profile`). Absent as above, and for a speed
/// without any jerk.
/// Source: Hogan & Sternad 2009; Balasubramanian et al. 2015. Thread: any.
std::optional<double> log_dimensionless_jerk(const SpeedProfile &profile);

/// What the spectral arc length of a minimum-jerk movement is (Flash & Hogan 1985), at 100 Hz.
inline constexpr double minimum_jerk_arc_length = -1.40582932;

/// The arc length of a minimum-jerk movement / that of this one, at most 1: in (0, 1], 1 is as
/// smooth as such a movement. A ratio to a theory, fitted on nobody.
double smoothness_share(double arc_length);

} // namespace mvr::motion
