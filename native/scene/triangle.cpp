#include "scene/triangle.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

/// From the segment p + s·d to q + t·e, s and t from 0 to 1.
Vec3 way_between_segments(const Vec3 &p, const Vec3 &d, const Vec3 &q, const Vec3 &e)
{
    const Vec3 r = p - q;
    const double dd = dot(d, d);
    const double ee = dot(e, e);
    const double de = dot(d, e);
    const double dr = dot(d, r);
    const double er = dot(e, r);
    const double spread = dd * ee - de * de;
    double s = spread > 0 ? std::clamp((de * er - dr * ee) / spread, 0.0, 1.0) : 0;
    double t = ee > 0 ? (de * s + er) / ee : 0;
    if (t < 0 || t > 1 || !(ee > 0)) {
        t = std::clamp(t, 0.0, 1.0);
        s = dd > 0 ? std::clamp((de * t - dr) / dd, 0.0, 1.0) : 0;
    }
    return q + e * t - p - d * s;
}

/// From a point straight down to the inside of a triangle, or nothing where it lies beside it; the
/// triangle's edges are met as segments.
std::optional<Vec3> way_down(const Vec3 &point, const Triangle &t)
{
    const Vec3 u = t[1] - t[0];
    const Vec3 v = t[2] - t[0];
    const Vec3 normal = cross(u, v);
    const double area = dot(normal, normal);
    if (!(area > 0)) return std::nullopt;
    const Vec3 w = point - t[0];
    const double b = dot(cross(w, v), normal) / area;
    const double c = dot(cross(u, w), normal) / area;
    if (b < 0 || c < 0 || b + c > 1) return std::nullopt;
    return normal * (-dot(w, normal) / area);
}

/// Whether the segment goes through the inside of the triangle.
bool pierces(const Vec3 &from, const Vec3 &to, const Triangle &t)
{
    const Vec3 u = t[1] - t[0];
    const Vec3 v = t[2] - t[0];
    const Vec3 normal = cross(u, v);
    const double before = dot(from - t[0], normal);
    const double after = dot(to - t[0], normal);
    if (before * after > 0 || before == after) return false;
    const Vec3 at = from + (to - from) * (before / (before - after));
    return way_down(at, t).has_value();
}

} // namespace

Vec3 way_between(const Triangle &from, const Triangle &to)
{
    Vec3 way = to[0] - from[0];
    const auto keep_shorter = [&](const Vec3 &other) {
        if (dot(other, other) < dot(way, way)) way = other;
    };
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec3 &p = from[i];
        const Vec3 side = from[(i + 1) % 3] - p;
        if (pierces(p, p + side, to) || pierces(to[i], to[(i + 1) % 3], from)) return {};
        for (std::size_t j = 0; j < 3; ++j)
            keep_shorter(way_between_segments(p, side, to[j], to[(j + 1) % 3] - to[j]));
        if (const auto down = way_down(p, to)) keep_shorter(*down);
        if (const auto down = way_down(to[i], from)) keep_shorter(*down * -1);
    }
    return way;
}

std::optional<double> height_at(const Triangle &t, double x, double y)
{
    const Vec3 u = t[1] - t[0];
    const Vec3 v = t[2] - t[0];
    const double area = u.x * v.y - u.y * v.x;
    const double flat = 1e-12 * (std::abs(u.x * v.y) + std::abs(u.y * v.x));
    if (!(std::abs(area) > flat)) return std::nullopt;
    const double px = x - t[0].x;
    const double py = y - t[0].y;
    const double b = (px * v.y - py * v.x) / area;
    const double c = (u.x * py - u.y * px) / area;
    constexpr double edge = 1e-9; // so that no ray slips between two triangles
    if (b < -edge || c < -edge || b + c > 1 + edge) return std::nullopt;
    return t[0].z + b * u.z + c * v.z;
}

} // namespace mvr::scene
