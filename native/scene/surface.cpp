#include "scene/surface.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mvr::scene {
namespace {

constexpr std::size_t leaf_triangles = 2;

using Corners = std::array<std::uint32_t, 3>;

double along(const Vec3 &v, int axis) { return axis == 0 ? v.x : axis == 1 ? v.y : v.z; }

int longest_axis(const Vec3 &half)
{
    if (half.x >= half.y && half.x >= half.z) return 0;
    return half.y >= half.z ? 1 : 2;
}

[[noreturn]] void fail(const char *message)
{
    throw Failure({Errc::internal, message, "surface",
                   "Give three numbers a vertex and three vertex numbers a triangle."});
}

/// Source: RFC 9923 (FNV), a word at a time.
template <class Number>
std::uint64_t fingerprint_of(std::uint64_t sum, std::span<const Number> list)
{
    static_assert(sizeof(Number) == sizeof(std::uint32_t));
    for (const Number number : list)
        sum = (sum ^ std::bit_cast<std::uint32_t>(number)) * 1099511628211U;
    return sum;
}

} // namespace

double distance_between(const Box &a, const Box &b)
{
    const Vec3 d = a.middle - b.middle;
    const Vec3 reach = a.half + b.half;
    return length({std::max(std::abs(d.x) - reach.x, 0.0), std::max(std::abs(d.y) - reach.y, 0.0),
                   std::max(std::abs(d.z) - reach.z, 0.0)});
}

double Slab::reach(const Vec3 &direction) const
{
    const double up = dot(direction, normal);
    const double across = length(direction - normal * up);
    return dot(direction, middle) + std::max(up * low, up * high) + across * radius;
}

Surface::Surface(std::span<const float> coordinates, std::span<const std::int32_t> triangles)
{
    if (coordinates.size() % 3 != 0 || triangles.size() % 3 != 0) {
        fail("scene: a list of a surface is no multiple of three");
    }
    fingerprint_ = fingerprint_of(fingerprint_of(14695981039346656037U, coordinates), triangles);
    for (std::size_t i = 0; i < coordinates.size(); i += 3)
        points_.push_back({coordinates[i], coordinates[i + 1], coordinates[i + 2]});
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        Corners corners{};
        for (std::size_t k = 0; k < 3; ++k) {
            const auto number = static_cast<std::uint32_t>(triangles[i + k]); // negative: too large
            if (number >= points_.size()) fail("scene: a triangle names no vertex");
            corners[k] = number;
        }
        triangles_.push_back(corners);
    }
    if (!triangles_.empty()) build(0, triangles_.size());
}

Triangle Surface::triangle(std::size_t index) const
{
    const Corners &corners = triangles_[index];
    return {points_[corners[0]], points_[corners[1]], points_[corners[2]]};
}

Box Surface::box_of(std::size_t first, std::size_t count) const
{
    Vec3 low = points_[triangles_[first][0]];
    Vec3 high = low;
    for (std::size_t i = first; i < first + count; ++i) {
        for (const Vec3 &p : triangle(i)) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
        }
    }
    return {(low + high) * 0.5, (high - low) * 0.5};
}

Slab Surface::slab_of(std::size_t first, std::size_t count, const Vec3 &middle) const
{
    Vec3 normals;
    for (std::size_t i = first; i < first + count; ++i) {
        const Triangle t = triangle(i);
        normals = normals + cross(t[1] - t[0], t[2] - t[0]);
    }
    Slab slab{.middle = middle, .normal = normalised(normals)};
    if (slab.normal == Vec3{}) slab.normal = {0, 0, 1};
    for (std::size_t i = first; i < first + count; ++i) {
        for (const Vec3 &p : triangle(i)) {
            const double up = dot(p - middle, slab.normal);
            slab.low = std::min(slab.low, up);
            slab.high = std::max(slab.high, up);
            slab.radius = std::max(slab.radius, length(p - middle - slab.normal * up));
        }
    }
    return slab;
}

std::size_t Surface::build(std::size_t first, std::size_t count)
{
    const std::size_t index = nodes_.size();
    const Box box = box_of(first, count);
    nodes_.push_back(
        {.box = box, .slab = slab_of(first, count, box.middle), .first = first, .count = count});
    if (count <= leaf_triangles) return index;
    const int axis = longest_axis(nodes_[index].box.half);
    const auto middle = [&](const Corners &c) {
        return along(points_[c[0]] + points_[c[1]] + points_[c[2]], axis);
    };
    const auto begin = triangles_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto half = static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(begin, begin + half, begin + static_cast<std::ptrdiff_t>(count),
                     [&](const Corners &a, const Corners &b) { return middle(a) < middle(b); });
    const std::size_t left = build(first, count / 2);
    const std::size_t right = build(first + count / 2, count - count / 2);
    nodes_[index].left = left;
    nodes_[index].right = right;
    return index;
}

} // namespace mvr::scene
