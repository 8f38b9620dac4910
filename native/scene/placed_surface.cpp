#include "scene/placed_surface.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace mvr::scene {
namespace {

constexpr double same_height_m = 1e-7; ///< two triangles met on the edge that they share

const Surface &unit_box()
{
    static const Surface surface = [] {
        constexpr std::array<float, 24> corners{-1, -1, -1, 1, -1, -1, -1, 1, -1, 1, 1, -1,
                                                -1, -1, 1,  1, -1, 1,  -1, 1, 1,  1, 1, 1};
        constexpr std::array<std::int32_t, 36> faces{0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6,
                                                     0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7,
                                                     0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
        return Surface(corners, faces);
    }();
    return surface;
}

const Surface &origin_point()
{
    static const Surface surface = [] {
        constexpr std::array<float, 3> origin{0, 0, 0};
        constexpr std::array<std::int32_t, 3> corners{0, 0, 0};
        return Surface(origin, corners);
    }();
    return surface;
}

Mat4 scaled_to(const Mat4 &world, const Vec3 &size, const Vec3 &origin)
{
    Mat4 m = world;
    for (std::size_t row = 0; row < 3; ++row) {
        m.m[row * 4] *= size.x;
        m.m[row * 4 + 1] *= size.y;
        m.m[row * 4 + 2] *= size.z;
    }
    m.m[3] = origin.x;
    m.m[7] = origin.y;
    m.m[11] = origin.z;
    return m;
}

double distance_between(const Box &a, const Box &b)
{
    const Vec3 d = a.middle - b.middle;
    const Vec3 reach = a.half + b.half;
    return length({std::max(std::abs(d.x) - reach.x, 0.0), std::max(std::abs(d.y) - reach.y, 0.0),
                   std::max(std::abs(d.z) - reach.z, 0.0)});
}

/// Goes down two trees at once, the nearer pair of boxes first, and leaves out what is farther than
/// the least distance so far.
class GapSearch {
  public:
    GapSearch(const PlacedSurface &a, const PlacedSurface &b) : a_(a), b_(b) {}

    double run()
    {
        visit(0, 0);
        return least_;
    }

  private:
    double bound(std::size_t i, std::size_t j) const
    {
        return distance_between(a_.box(a_.surface().node(i).box), b_.box(b_.surface().node(j).box));
    }

    void visit(std::size_t i, std::size_t j)
    {
        const auto &left = a_.surface().node(i);
        const auto &right = b_.surface().node(j);
        if (left.is_leaf() && right.is_leaf()) {
            compare(left, right);
        } else if (!left.is_leaf() && (right.is_leaf() || left.count >= right.count)) {
            visit_nearer_first(left.left, j, left.right, j);
        } else {
            visit_nearer_first(i, right.left, i, right.right);
        }
    }

    void visit_nearer_first(std::size_t i, std::size_t j, std::size_t k, std::size_t l)
    {
        double first = bound(i, j);
        double second = bound(k, l);
        if (second < first) {
            std::swap(first, second);
            std::swap(i, k);
            std::swap(j, l);
        }
        if (first < least_) visit(i, j);
        if (second < least_) visit(k, l);
    }

    void compare(const Surface::TreeNode &left, const Surface::TreeNode &right)
    {
        for (std::size_t i = left.first; i < left.first + left.count; ++i) {
            const Triangle triangle = a_.triangle(i);
            for (std::size_t j = right.first; j < right.first + right.count; ++j)
                least_ = std::min(least_, scene::distance_between(triangle, b_.triangle(j)));
        }
    }

    const PlacedSurface &a_;
    const PlacedSurface &b_;
    double least_ = std::numeric_limits<double>::infinity();
};

} // namespace

PlacedSurface::PlacedSurface(const ObjectState &object)
    : surface_(object.surface && !object.surface->empty() ? object.surface.get() : &unit_box()),
      world_(surface_ == object.surface.get()
                 ? object.world
                 : scaled_to(object.world, object.region_half_size, centre(object.bounds)))
{
}

PlacedSurface::PlacedSurface(const Vec3 &point) : surface_(&origin_point())
{
    world_ = scaled_to(world_, {1, 1, 1}, point);
}

Triangle PlacedSurface::triangle(std::size_t index) const
{
    const Triangle local = surface_->triangle(index);
    return {point(local[0]), point(local[1]), point(local[2])};
}

Box PlacedSurface::box(const Box &local) const
{
    const auto reach = [&](std::size_t row) {
        return std::abs(world_.at(row, 0)) * local.half.x +
               std::abs(world_.at(row, 1)) * local.half.y +
               std::abs(world_.at(row, 2)) * local.half.z;
    };
    return {point(local.middle), {reach(0), reach(1), reach(2)}};
}

std::vector<double> PlacedSurface::heights_at(double x, double y) const
{
    std::vector<double> heights;
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
        const auto &node = surface_->node(open.back());
        open.pop_back();
        const Box around = box(node.box);
        if (std::abs(x - around.middle.x) > around.half.x + same_height_m ||
            std::abs(y - around.middle.y) > around.half.y + same_height_m) {
            continue;
        }
        if (!node.is_leaf()) {
            open.insert(open.end(), {node.left, node.right});
            continue;
        }
        for (std::size_t i = node.first; i < node.first + node.count; ++i) {
            if (const auto height = height_at(triangle(i), x, y)) heights.push_back(*height);
        }
    }
    std::ranges::sort(heights);
    const auto repeated = std::ranges::unique(
        heights, [](double low, double high) { return high - low <= same_height_m; });
    heights.erase(repeated.begin(), repeated.end());
    return heights;
}

bool PlacedSurface::contains(const Vec3 &at) const
{
    if (distance_between(box(), Box{at, {}}) > 0) return false;
    double sum = 0;
    for (std::size_t i = 0; i < surface_->triangle_count(); ++i)
        sum += solid_angle(triangle(i), at);
    return std::abs(sum) > 2 * std::numbers::pi; // half of what is seen from inside
}

double gap_between(const PlacedSurface &a, const PlacedSurface &b)
{
    const Box around_a = a.box();
    const Box around_b = b.box();
    if (!is_finite(around_a.middle + around_a.half) ||
        !is_finite(around_b.middle + around_b.half)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const double gap = GapSearch(a, b).run();
    // Where no triangles meet, one may still lie in the other as a whole.
    if (gap > 0 && (a.contains(b.triangle(0)[0]) || b.contains(a.triangle(0)[0]))) return 0;
    return gap;
}

} // namespace mvr::scene
