#pragma once

#include <map>
#include <optional>
#include <string>

namespace mvr::motion {

/// What was observed of how the view was led while a unit ran. Absent where nothing was observed
/// that it could be computed of.
struct ViewportFeatures {
    int samples = 0;
    double watched_seconds = 0; ///< in which there was a view
    int movements = 0;          ///< of the view, from rest to rest
    /// Sum of the chords from rest to rest / way of the eye, in [0, 1].
    std::optional<double> path_efficiency;
    /// Angle from rest to rest / angle that was turned, by all movements, in [0, 1].
    std::optional<double> rotation_efficiency;
    /// Median over the movements of at least half a second: spectral arc length of the angular
    /// speed, its share (`smoothness_share`), and the log dimensionless jerk.
    std::optional<double> rotation_arc_length;
    std::optional<double> rotation_smoothness;
    std::optional<double> rotation_jerk;
    /// Of the parts together, mean over the time in which they were seen.
    std::optional<double> zoom_appropriateness;
    std::optional<double> well_framed_share;
    std::optional<double> revisit_entropy_nats;
    /// How long each part's middle was in the picture.
    std::map<std::string, double> dwell_seconds;
};

} // namespace mvr::motion
