#include "scene/measure.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

/// Points at this depth or less are beside or behind the eye.
constexpr double nearest_m = 1e-6;

/// A view's axes, and the half extents of what it shows at depth 1 (or at any, when parallel).
class Lens {
  public:
    explicit Lens(const ViewState &view)
        : eye_(view.eye), forward_(normalised(view.forward)),
          right_(normalised(cross(forward_, view.up))), up_(cross(right_, forward_)),
          parallel_(view.parallel_height_m > 0),
          half_height_at_1_(std::tan(view.vertical_fov_rad / 2)),
          half_height_(parallel_ ? view.parallel_height_m / 2 : half_height_at_1_),
          half_width_(half_height_ * view.aspect)
    {
    }

    bool parallel() const { return parallel_; }
    const Vec3 &forward() const { return forward_; }
    /// From the eye; in a parallel view, whose eye has no place, as far as a perspective view of
    /// the same angle would be to show things as large.
    double distance(const Vec3 &point) const
    {
        return parallel_ ? half_height_ / half_height_at_1_ : length(point - eye_);
    }
    bool in_front(const Vec3 &point) const { return parallel_ || depth(point) > nearest_m; }
    double horizontal(const Vec3 &point) const
    {
        return dot(point - eye_, right_) / (half_width_ * divisor(point));
    }
    double vertical(const Vec3 &point) const
    {
        return dot(point - eye_, up_) / (half_height_ * divisor(point));
    }

  private:
    double depth(const Vec3 &point) const { return dot(point - eye_, forward_); }
    /// What lies behind the eye is pressed to the edge that it would leave the view by.
    double divisor(const Vec3 &point) const
    {
        return parallel_ ? 1 : std::max(depth(point), nearest_m);
    }

    Vec3 eye_, forward_, right_, up_;
    bool parallel_;
    double half_height_at_1_, half_height_, half_width_;
};

double screen_fraction(const Lens &lens, const std::array<Vec3, 8> &bounds)
{
    double lowest = 1;
    double highest = -1;
    for (const Vec3 &corner : bounds) {
        const double at = std::clamp(lens.vertical(corner), -1.0, 1.0);
        lowest = std::min(lowest, at);
        highest = std::max(highest, at);
    }
    return std::max(0.0, (highest - lowest) / 2);
}

ViewMeasure look(const ViewState &view, const ObjectState &object, const InView &test)
{
    const Lens lens(view);
    const Vec3 middle = centre(object.bounds);
    ViewMeasure seen{.distance_m = lens.distance(middle),
                     .horizontal = lens.horizontal(middle),
                     .vertical = lens.vertical(middle),
                     .in_front = lens.in_front(middle),
                     .screen_fraction = screen_fraction(lens, object.bounds)};
    if (test.facing_axis) {
        const Vec3 to_eye = lens.parallel() ? lens.forward() * -1 : view.eye - middle;
        seen.facing_rad =
            angle_between(rotate(object.rotation, test.facing_axis->direction), to_eye);
    }
    return seen;
}

bool is_finite(const ViewMeasure &seen)
{
    return std::isfinite(seen.distance_m) && std::isfinite(seen.horizontal) &&
           std::isfinite(seen.vertical) && std::isfinite(seen.facing_rad) &&
           std::isfinite(seen.screen_fraction);
}

} // namespace

Finding measure_one(const InView &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    if (!sight.now.view) return immeasurable("no view");
    const ViewMeasure seen = look(*sight.now.view, *object, test);
    if (!is_finite(seen)) return immeasurable("not a finite number");
    const auto within = [](const std::optional<Range> &range, double si) {
        return !range || range->contains(range->unit.from_si(si));
    };
    const double edge = 1 + length_epsilon_m;
    const bool holds = seen.in_front && std::abs(seen.horizontal) <= edge &&
                       std::abs(seen.vertical) <= edge && within(test.distance, seen.distance_m) &&
                       within(test.facing_angle, seen.facing_rad) &&
                       within(test.screen_fraction, seen.screen_fraction);
    return {.truth = truth(holds), .measured = seen, .problem = {}, .missing = {}};
}

} // namespace mvr::scene
