#include "scene/placed_surface.hpp"

#include <algorithm>
#include <array>
#include <cmath>

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
    const auto heights = heights_at(at.x, at.y);
    const auto above = heights.end() - std::ranges::upper_bound(heights, at.z);
    const auto below = static_cast<std::ptrdiff_t>(heights.size()) - above;
    return above % 2 != 0 && below % 2 != 0;
}

double PlacedSurface::reach(const Slab &local, const Vec3 &direction) const
{
    const auto along = [&](std::size_t column) {
        return direction.x * world_.at(0, column) + direction.y * world_.at(1, column) +
               direction.z * world_.at(2, column);
    };
    return dot(direction, world_.origin()) + local.reach({along(0), along(1), along(2)});
}

} // namespace mvr::scene
