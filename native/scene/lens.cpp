#include "scene/lens.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

/// Points at this depth or less are beside or behind the eye.
constexpr double nearest_m = 1e-6;

} // namespace

Lens::Lens(const ViewState &view)
    : eye_(view.eye), forward_(normalised(view.forward)),
      right_(normalised(cross(forward_, view.up))), up_(cross(right_, forward_)),
      parallel_(view.parallel_height_m > 0), half_height_at_1_(std::tan(view.vertical_fov_rad / 2)),
      half_height_(parallel_ ? view.parallel_height_m / 2 : half_height_at_1_),
      half_width_(half_height_ * view.aspect)
{
}

ViewMeasure Lens::measure(const std::array<Vec3, 8> &bounds) const
{
    const Vec3 middle = centre(bounds);
    ViewMeasure seen{.distance_m = distance_m(middle),
                     .horizontal = horizontal(middle),
                     .vertical = vertical(middle),
                     .in_front = in_front(middle),
                     .screen_fraction = screen_fraction(bounds)};
    measure_outside(seen, middle);
    return seen;
}

/// From the eye; in a parallel view, whose eye has no place, as far as a perspective view of the
/// same angle would be to show things as large.
double Lens::distance_m(const Vec3 &point) const
{
    return parallel_ ? half_height_ / half_height_at_1_ : length(point - eye_);
}

bool Lens::in_front(const Vec3 &point) const { return parallel_ || depth(point) > nearest_m; }

double Lens::horizontal(const Vec3 &point) const
{
    return dot(point - eye_, right_) / (half_width_ * divisor(point));
}

double Lens::vertical(const Vec3 &point) const
{
    return dot(point - eye_, up_) / (half_height_ * divisor(point));
}

/// What lies behind the eye is pressed to the edge that it would leave the view by.
double Lens::divisor(const Vec3 &point) const
{
    return parallel_ ? 1 : std::max(depth(point), nearest_m);
}

double Lens::screen_fraction(const std::array<Vec3, 8> &bounds) const
{
    double lowest = 1;
    double highest = -1;
    for (const Vec3 &corner : bounds) {
        const double at = std::clamp(vertical(corner), -1.0, 1.0);
        lowest = std::min(lowest, at);
        highest = std::max(highest, at);
    }
    return std::max(0.0, (highest - lowest) / 2);
}

void Lens::measure_outside(ViewMeasure &seen, const Vec3 &point) const
{
    const double sideways = std::abs(seen.horizontal);
    const double upwards = std::abs(seen.vertical);
    if (parallel_) {
        seen.beyond_edge_m =
            std::max({(sideways - 1) * half_width_, (upwards - 1) * half_height_, 0.0});
        return;
    }
    const double off = angle_between(forward_, point - eye_);
    seen.off_axis_rad = std::isfinite(off) ? off : 0;
    // The point of the view's edge that lies on the line from its middle to the object.
    const double most = std::max(sideways, upwards);
    if (!(most > 0)) return;
    const double x = sideways / most * half_width_;
    const double y = upwards / most * half_height_;
    seen.edge_rad = std::atan(std::sqrt(x * x + y * y));
}

bool is_finite(const ViewMeasure &seen)
{
    return std::isfinite(seen.distance_m) && std::isfinite(seen.horizontal) &&
           std::isfinite(seen.vertical) && std::isfinite(seen.facing_rad) &&
           std::isfinite(seen.screen_fraction);
}

} // namespace mvr::scene
