#include "motion/resample.hpp"

#include "motion/zero_phase_filter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace mvr::motion {
namespace {

template <class Timed>
std::vector<std::span<const Timed>> split(std::span<const Timed> all, double gap_seconds)
{
    std::vector<std::span<const Timed>> found;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= all.size(); ++i) {
        if (i < all.size() && all[i].seconds - all[i - 1].seconds <= gap_seconds) continue;
        const auto part = all.subspan(begin, i - begin);
        if (part.back().seconds - part.front().seconds >= shortest_movement_seconds)
            found.push_back(part);
        begin = i;
    }
    return found;
}

template <class Timed> bool times_rise(std::span<const Timed> all)
{
    return std::ranges::adjacent_find(all, [](const Timed &a, const Timed &b) {
               return !(a.seconds < b.seconds);
           }) == all.end();
}

/// Calls `take(before, after, share)` for each tick of the rate: the neighbours and where between.
template <class Timed, class Take>
void at_rate(std::span<const Timed> all, double rate_hz, const Take &take)
{
    if (all.size() < 2 || !times_rise(all)) return;
    const double begin = all.front().seconds;
    // A hair of tolerance, so that the last point of an exact grid is not lost to rounding.
    const auto ticks =
        static_cast<std::size_t>(std::floor((all.back().seconds - begin) * rate_hz + 1e-6));
    std::size_t after = 1;
    for (std::size_t tick = 0; tick <= ticks; ++tick) {
        const double seconds = begin + static_cast<double>(tick) / rate_hz;
        while (after + 1 < all.size() && all[after].seconds < seconds)
            ++after;
        const Timed &from = all[after - 1];
        const Timed &to = all[after];
        take(from, to,
             std::clamp((seconds - from.seconds) / (to.seconds - from.seconds), 0.0, 1.0));
    }
}

Quat slerp(const Quat &from, const Quat &to, double share)
{
    Quat step = scene::conjugate(from) * to;
    if (step.w < 0) step = {-step.w, -step.x, -step.y, -step.z};
    const Vec3 axis{step.x, step.y, step.z};
    const double angle_rad = 2 * std::atan2(length(axis), step.w);
    return from * scene::about(scene::normalised(axis), angle_rad * share);
}

std::vector<double> filtered_member(std::span<const Vec3> points, double Vec3::*member,
                                    double rate_hz)
{
    std::vector<double> values;
    values.reserve(points.size());
    for (const Vec3 &point : points)
        values.push_back(point.*member);
    return low_passed(values, rate_hz);
}

} // namespace

std::vector<std::span<const TimedPoint>> stretches(std::span<const TimedPoint> points,
                                                   double gap_seconds)
{
    return split(points, gap_seconds);
}

std::vector<std::span<const TimedRotation>> stretches(std::span<const TimedRotation> rotations,
                                                      double gap_seconds)
{
    return split(rotations, gap_seconds);
}

std::vector<Vec3> resampled(std::span<const TimedPoint> points, double rate_hz)
{
    std::vector<Vec3> result;
    at_rate(points, rate_hz, [&](const TimedPoint &from, const TimedPoint &to, double share) {
        result.push_back(from.point + (to.point - from.point) * share);
    });
    return result;
}

SpeedProfile speed_profile(std::span<const TimedPoint> stretch, double rate_hz)
{
    const std::vector<Vec3> points = resampled(stretch, rate_hz);
    const auto x = filtered_member(points, &Vec3::x, rate_hz);
    const auto y = filtered_member(points, &Vec3::y, rate_hz);
    const auto z = filtered_member(points, &Vec3::z, rate_hz);
    SpeedProfile profile{{}, rate_hz};
    for (std::size_t i = 1; i < x.size(); ++i) {
        const Vec3 step{x[i] - x[i - 1], y[i] - y[i - 1], z[i] - z[i - 1]};
        profile.speeds.push_back(length(step) * rate_hz);
    }
    return profile;
}

SpeedProfile angular_speed_profile(std::span<const TimedRotation> stretch, double rate_hz)
{
    std::vector<Quat> rotations;
    at_rate(stretch, rate_hz,
            [&](const TimedRotation &from, const TimedRotation &to, double share) {
                rotations.push_back(slerp(from.rotation, to.rotation, share));
            });
    std::vector<double> speeds;
    for (std::size_t i = 1; i < rotations.size(); ++i)
        speeds.push_back(scene::angle_between(rotations[i - 1], rotations[i]) * rate_hz);
    SpeedProfile profile{low_passed(speeds, rate_hz), rate_hz};
    for (double &speed : profile.speeds)
        speed = std::max(speed, 0.0);
    return profile;
}

} // namespace mvr::motion
