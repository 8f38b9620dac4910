#include "scene/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace mvr::scene {
namespace {

/// Below this share of the product of their lengths, three axes count as lying in one plane.
constexpr double flat_share = 1e-9;

Vec3 row(const Mat4 &m, std::size_t i) { return {m.at(i, 0), m.at(i, 1), m.at(i, 2)}; }

Vec3 column(const Mat4 &m, std::size_t i) { return {m.at(0, i), m.at(1, i), m.at(2, i)}; }

} // namespace

Vec3 operator+(const Vec3 &a, const Vec3 &b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }

Vec3 operator-(const Vec3 &a, const Vec3 &b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }

Vec3 operator*(const Vec3 &a, double s) { return {a.x * s, a.y * s, a.z * s}; }

double dot(const Vec3 &a, const Vec3 &b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

Vec3 cross(const Vec3 &a, const Vec3 &b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

// std::hypot would tie the wheel to glibc 2.35; coordinates are far from overflow.
double length(const Vec3 &a) { return std::sqrt(dot(a, a)); }

bool is_finite(const Vec3 &a)
{
    return std::isfinite(a.x) && std::isfinite(a.y) && std::isfinite(a.z);
}

Vec3 normalised(const Vec3 &a)
{
    const double size = length(a);
    // Dividing each part keeps a vector whose reciprocal length would overflow.
    return size > 0 ? Vec3{a.x / size, a.y / size, a.z / size} : Vec3{};
}

Vec3 centre(const std::array<Vec3, 8> &corners)
{
    Vec3 sum;
    for (const Vec3 &corner : corners)
        sum = sum + corner;
    return sum * (1.0 / 8.0);
}

Quat conjugate(const Quat &q) { return {q.w, -q.x, -q.y, -q.z}; }

Quat operator*(const Quat &a, const Quat &b)
{
    return {a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
            a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
            a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
            a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
}

bool is_finite(const Quat &q) { return std::isfinite(q.w) && is_finite(Vec3{q.x, q.y, q.z}); }

Vec3 rotate(const Quat &q, const Vec3 &v)
{
    const Vec3 u{q.x, q.y, q.z};
    const Vec3 t = cross(u, v) * 2.0;
    return v + t * q.w + cross(u, t);
}

Quat about(const Vec3 &axis, double angle_rad)
{
    const double s = std::sin(angle_rad / 2);
    return {std::cos(angle_rad / 2), axis.x * s, axis.y * s, axis.z * s};
}

double angle_between(const Quat &a, const Quat &b)
{
    const Quat d = conjugate(a) * b;
    return 2 * std::atan2(length({d.x, d.y, d.z}), std::abs(d.w));
}

double angle_between(const Vec3 &a, const Vec3 &b)
{
    const Vec3 u = normalised(a);
    const Vec3 v = normalised(b);
    if (u == Vec3{} || v == Vec3{}) return std::numeric_limits<double>::quiet_NaN();
    return std::atan2(length(cross(u, v)), dot(u, v));
}

std::optional<double> twist_about(const Quat &q, const Vec3 &axis)
{
    const double sine = dot({q.x, q.y, q.z}, axis);
    if (sine * sine + q.w * q.w < 1e-12) return std::nullopt;
    return wrapped(2 * std::atan2(sine, q.w));
}

double wrapped(double angle_rad)
{
    const double rest = std::remainder(angle_rad, 2 * std::numbers::pi);
    return rest <= -std::numbers::pi ? rest + 2 * std::numbers::pi : rest;
}

Vec3 transform(const Mat4 &m, const Vec3 &point)
{
    return Vec3{dot(row(m, 0), point), dot(row(m, 1), point), dot(row(m, 2), point)} + m.origin();
}

std::optional<std::array<Vec3, 3>> inverse_rows(const Mat4 &m)
{
    const Vec3 a = column(m, 0);
    const Vec3 b = column(m, 1);
    const Vec3 c = column(m, 2);
    const double volume = dot(a, cross(b, c));
    const double size = length(a) * length(b) * length(c);
    // Written so that NaN is rejected too.
    if (!(std::abs(volume) > flat_share * size) || !std::isfinite(size)) return std::nullopt;
    return std::array{cross(b, c) * (1 / volume), cross(c, a) * (1 / volume),
                      cross(a, b) * (1 / volume)};
}

std::optional<Vec3> inverse_transform(const Mat4 &m, const Vec3 &point)
{
    const auto rows = inverse_rows(m);
    if (!rows) return std::nullopt;
    const Vec3 d = point - m.origin();
    return Vec3{dot((*rows)[0], d), dot((*rows)[1], d), dot((*rows)[2], d)};
}

} // namespace mvr::scene
