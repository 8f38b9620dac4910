#include "motion/path.hpp"

#include <algorithm>
#include <cstddef>

namespace mvr::motion {
namespace {

/// A path cannot be shorter than its chord; only rounding gives a quotient above 1.
std::optional<double> efficiency(double shortest, double done)
{
    if (done <= 0) return std::nullopt;
    return std::clamp(shortest / done, 0.0, 1.0);
}

} // namespace

double path_length_m(std::span<const Vec3> points)
{
    double sum_m = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum_m += length(points[i] - points[i - 1]);
    return sum_m;
}

std::optional<double> path_efficiency(std::span<const Vec3> points)
{
    if (points.size() < 2) return std::nullopt;
    return efficiency(length(points.back() - points.front()), path_length_m(points));
}

std::optional<double> path_efficiency(std::span<const Vec3> points,
                                      std::span<const Vec3> way_points)
{
    return efficiency(path_length_m(way_points), path_length_m(points));
}

std::optional<double> rotation_efficiency(std::span<const Quat> rotations)
{
    if (rotations.size() < 2) return std::nullopt;
    double sum_rad = 0;
    for (std::size_t i = 1; i < rotations.size(); ++i)
        sum_rad += scene::angle_between(rotations[i - 1], rotations[i]);
    return efficiency(scene::angle_between(rotations.front(), rotations.back()), sum_rad);
}

} // namespace mvr::motion
