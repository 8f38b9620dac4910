#include "scene/triangle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mvr::scene {
namespace {

double squared(const Vec3 &v) { return dot(v, v); }

/// Between the segments p + s·d and q + t·e, s and t from 0 to 1.
double squared_between_segments(const Vec3 &p, const Vec3 &d, const Vec3 &q, const Vec3 &e)
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
    return squared(p + d * s - q - e * t);
}

/// To the inside of the triangle, or nothing where the point does not lie straight above it; its
/// edges are met by the segments.
std::optional<double> squared_above(const Vec3 &point, const Triangle &t)
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
    const double off = dot(w, normal);
    return off * off / area;
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
    return squared_above(at, t).has_value();
}

} // namespace

double distance_between(const Triangle &a, const Triangle &b)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec3 &p = a[i];
        const Vec3 &p_end = a[(i + 1) % 3];
        if (pierces(p, p_end, b) || pierces(b[i], b[(i + 1) % 3], a)) return 0;
        for (std::size_t j = 0; j < 3; ++j) {
            const Vec3 &q = b[j];
            least = std::min(least, squared_between_segments(p, p_end - p, q, b[(j + 1) % 3] - q));
        }
        least = std::min(
            {least, squared_above(p, b).value_or(least), squared_above(b[i], a).value_or(least)});
    }
    return std::sqrt(least);
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

double solid_angle(const Triangle &t, const Vec3 &point)
{
    const Vec3 a = t[0] - point;
    const Vec3 b = t[1] - point;
    const Vec3 c = t[2] - point;
    const double x = length(a);
    const double y = length(b);
    const double z = length(c);
    return 2 * std::atan2(dot(a, cross(b, c)),
                          x * y * z + dot(a, b) * z + dot(b, c) * x + dot(c, a) * y);
}

} // namespace mvr::scene
