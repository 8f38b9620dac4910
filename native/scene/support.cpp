#include "scene/support.hpp"

#include "scene/placed_surface.hpp"
#include "scene/units.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace mvr::scene {
namespace {

constexpr std::size_t grid_lines = 7;
constexpr std::size_t points_limit = 64;   ///< of the lowest or highest ones
constexpr double least_overlap_m = 1e-6;   ///< of footprints that do more than touch
constexpr double lowest_together_m = 1e-5; ///< points that count as lowest together

/// A part of the horizontal plane.
struct Footprint {
    double low_x, high_x, low_y, high_y;

    double width() const { return high_x - low_x; }
    double depth() const { return high_y - low_y; }
    bool contains(const Vec3 &p) const
    {
        return p.x >= low_x && p.x <= high_x && p.y >= low_y && p.y <= high_y;
    }
};

Footprint overlap(const Box &a, const Box &b)
{
    return {std::max(a.middle.x - a.half.x, b.middle.x - b.half.x),
            std::min(a.middle.x + a.half.x, b.middle.x + b.half.x),
            std::max(a.middle.y - a.half.y, b.middle.y - b.half.y),
            std::min(a.middle.y + a.half.y, b.middle.y + b.half.y)};
}

/// The points of a surface over a footprint that are lowest (`sign` 1) or highest (-1).
std::vector<Vec3> outermost(const PlacedSurface &placed, const Footprint &within, double sign)
{
    std::vector<Vec3> points;
    for (const Vec3 &local : placed.surface().points()) {
        const Vec3 point = placed.point(local);
        if (within.contains(point)) points.push_back(point);
    }
    const auto lower = [&](const Vec3 &a, const Vec3 &b) { return sign * a.z < sign * b.z; };
    const std::size_t kept = std::min(points.size(), points_limit);
    std::ranges::partial_sort(points, points.begin() + static_cast<std::ptrdiff_t>(kept), lower);
    points.resize(kept);
    const auto far = std::ranges::find_if(points, [&](const Vec3 &p) {
        return std::abs(p.z - points.front().z) > lowest_together_m;
    });
    points.erase(far, points.end());
    return points;
}

/// How far `bottom` is above what carries it; negative where it is sunk into that. `heights` are
/// those of the other surface on the same vertical line, upwards.
double gap_above(double bottom, const std::vector<double> &heights)
{
    const auto above = std::ranges::upper_bound(heights, bottom + length_epsilon_m);
    const auto count = heights.end() - above;
    if (count % 2 != 0) return bottom - *above; // inside of the solid, or under a sheet
    if (above != heights.begin()) return bottom - *(above - 1); // above a floor, maybe under a roof
    return bottom - *(above + 1);                               // under the whole solid
}

class SupportSearch {
  public:
    SupportSearch(const PlacedSurface &object, const PlacedSurface &base)
        : object_(object), base_(base)
    {
    }

    std::optional<double> run(const Footprint &area)
    {
        for (const Vec3 &point : outermost(object_, area, 1))
            compare(point.z, point);
        for (const Vec3 &point : outermost(base_, area, -1))
            look_up_from(point);
        for (std::size_t i = 0; i < grid_lines; ++i) {
            for (std::size_t j = 0; j < grid_lines; ++j) {
                const double along = (static_cast<double>(i) + 0.5) / grid_lines;
                const double across = (static_cast<double>(j) + 0.5) / grid_lines;
                look_up_from(
                    {area.low_x + along * area.width(), area.low_y + across * area.depth(), 0});
            }
        }
        return least_;
    }

  private:
    void look_up_from(const Vec3 &place)
    {
        const auto bottom = object_.heights_at(place.x, place.y);
        if (!bottom.empty()) compare(bottom.front(), place);
    }
    void compare(double bottom, const Vec3 &place)
    {
        const auto heights = base_.heights_at(place.x, place.y);
        if (heights.empty()) return;
        const double gap = gap_above(bottom, heights);
        least_ = std::min(least_.value_or(gap), gap);
    }

    const PlacedSurface &object_;
    const PlacedSurface &base_;
    std::optional<double> least_;
};

double horizontal(double x, double y) { return length({x, y, 0}); }

} // namespace

SupportMeasure measure_support(const ObjectState &object, const ObjectState &base)
{
    const PlacedSurface body(object);
    const PlacedSurface carrier(base);
    const Vec3 off = centre(object.bounds) - centre(base.bounds);
    SupportMeasure support{.off_centre_m = horizontal(off.x, off.y)};
    const Footprint area = overlap(body.box(), carrier.box());
    support.beside_m = horizontal(std::max(0.0, -area.width()), std::max(0.0, -area.depth()));
    // Written so that what is no number is left out.
    if (!(area.width() > least_overlap_m && area.depth() > least_overlap_m)) return support;
    if (const auto gap = SupportSearch(body, carrier).run(area)) {
        support.above = true;
        support.gap_m = *gap;
    }
    return support;
}

bool is_finite(const SupportMeasure &support)
{
    return std::isfinite(support.gap_m) && std::isfinite(support.off_centre_m) &&
           std::isfinite(support.beside_m);
}

} // namespace mvr::scene
