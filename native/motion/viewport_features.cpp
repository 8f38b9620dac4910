// What the looks of a ViewportWatch come to.

#include "motion/path.hpp"
#include "motion/resample.hpp"
#include "motion/smoothness.hpp"
#include "motion/viewport_watch.hpp"

#include <algorithm>

namespace mvr::motion {
namespace {

std::optional<double> median(std::vector<double> values)
{
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::optional<double> share(double part, double whole)
{
    if (!(whole > 0)) return std::nullopt;
    return std::clamp(part / whole, 0.0, 1.0);
}

/// Of all movements together, and of each one.
struct Sums {
    double way_m = 0;
    double chord_m = 0;
    double turned_rad = 0;
    double turn_rad = 0;
    std::vector<double> arc_lengths;
    std::vector<double> jerks;
};

void add_smoothness(Sums &sums, const std::vector<TimedRotation> &turn)
{
    for (const auto part : stretches(turn, ViewportWatch::longest_gap_seconds)) {
        const SpeedProfile profile = angular_speed_profile(part);
        if (const auto arc = spectral_arc_length(profile)) sums.arc_lengths.push_back(*arc);
        if (const auto jerk = log_dimensionless_jerk(profile)) sums.jerks.push_back(*jerk);
    }
}

} // namespace

/// From the last look at rest to the first one at rest for long enough.
std::vector<std::vector<ViewportWatch::Look>> ViewportWatch::movements() const
{
    std::vector<std::vector<Look>> found;
    bool is_moving = false;
    double moved_seconds = 0;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        const Look &now = looks_[i];
        if (now.begins || (is_moving && !now.moved && now.seconds - moved_seconds >= rest_seconds))
            is_moving = false;
        if (now.moved && !now.begins) {
            if (!is_moving) found.push_back({looks_[i - 1]});
            is_moving = true;
            moved_seconds = now.seconds;
        }
        if (is_moving) found.back().push_back(now);
    }
    return found;
}

ViewportFeatures ViewportWatch::features() const
{
    Sums sums;
    const auto all = movements();
    for (const auto &movement : all) {
        std::vector<Vec3> eyes;
        std::vector<Quat> rotations;
        std::vector<TimedRotation> turn;
        for (const Look &each : movement) {
            eyes.push_back(each.eye);
            rotations.push_back(each.rotation);
            turn.push_back({each.seconds, each.rotation});
        }
        sums.way_m += path_length_m(eyes);
        sums.chord_m += length(eyes.back() - eyes.front());
        for (std::size_t i = 1; i < rotations.size(); ++i)
            sums.turned_rad += scene::angle_between(rotations[i - 1], rotations[i]);
        sums.turn_rad += scene::angle_between(rotations.front(), rotations.back());
        add_smoothness(sums, turn);
    }
    ViewportFeatures features;
    features.samples = static_cast<int>(looks_.size());
    features.watched_seconds = watched_seconds_;
    features.movements = static_cast<int>(all.size());
    features.path_efficiency = share(sums.chord_m, sums.way_m);
    features.rotation_efficiency = share(sums.turn_rad, sums.turned_rad);
    features.rotation_arc_length = median(std::move(sums.arc_lengths));
    if (features.rotation_arc_length)
        features.rotation_smoothness = smoothness_share(*features.rotation_arc_length);
    features.rotation_jerk = median(std::move(sums.jerks));
    if (zoom_seconds_ > 0) features.zoom_appropriateness = zoom_sum_ / zoom_seconds_;
    features.well_framed_share = well_framed_share(seen_);
    features.revisit_entropy_nats = revisit_entropy_nats(cells_);
    features.dwell_seconds = dwell_seconds_;
    return features;
}

} // namespace mvr::motion
