#pragma once

#include <span>
#include <vector>

namespace mvr::motion {

/// The cut-off of the one low-pass that every smoothness here is measured behind. A jerk depends
/// on the filter, so values of two filters must not be compared (Singh et al. 2021).
inline constexpr double low_pass_cut_off_hz = 10;

/// `values` behind a Butterworth low-pass of second order, run forwards and backwards: no delay,
/// and half the amplitude (-6 dB) at the cut-off.
///
/// Both ends are extended by 9 values, mirrored in the end point, and the filter begins in its
/// steady state, so a constant stays exactly what it is. Empty for fewer than 10 values.
/// `cut_off_hz` lies below half of `rate_hz`, else Failure.
/// Source: bilinear transform of the Butterworth prototype (Oppenheim & Schafer, Discrete-Time
/// Signal Processing); the same ends as scipy.signal.filtfilt. Thread: any.
std::vector<double> low_passed(std::span<const double> values, double rate_hz,
                               double cut_off_hz = low_pass_cut_off_hz);

} // namespace mvr::motion
