#pragma once

// scene: what a lesson needs of the Blender scene, the predicates that an assessment is made of,
// and what was measured while a learner worked. It knows nothing of bpy, JSON-RPC, SQL, threads or
// the time of day.
//
// Lengths are metres and angles radians, in Blender's right-handed, Z-up world.

#include <array>
#include <cstddef>
#include <optional>

namespace mvr::scene {

struct Vec3 {
    double x = 0, y = 0, z = 0;

    friend bool operator==(const Vec3 &, const Vec3 &) = default;
};

/// A rotation, as a unit quaternion.
struct Quat {
    double w = 1, x = 0, y = 0, z = 0;

    friend bool operator==(const Quat &, const Quat &) = default;
};

/// An affine transform, row-major as Blender's `matrix_world` reads; the origin is the last column.
struct Mat4 {
    std::array<double, 16> m{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    double at(std::size_t row, std::size_t column) const { return m[row * 4 + column]; }
    Vec3 origin() const { return {m[3], m[7], m[11]}; }

    friend bool operator==(const Mat4 &, const Mat4 &) = default;
};

Vec3 operator+(const Vec3 &a, const Vec3 &b);
Vec3 operator-(const Vec3 &a, const Vec3 &b);
Vec3 operator*(const Vec3 &a, double s);
double dot(const Vec3 &a, const Vec3 &b);
Vec3 cross(const Vec3 &a, const Vec3 &b);
double length(const Vec3 &a);
bool is_finite(const Vec3 &a);

/// `a` at length 1; the zero vector stays zero.
Vec3 normalised(const Vec3 &a);

/// The mean of the corners; for the image of a box under an affine map, the image of its centre.
Vec3 centre(const std::array<Vec3, 8> &corners);

Quat conjugate(const Quat &q);
Quat operator*(const Quat &a, const Quat &b);
bool is_finite(const Quat &q);
Vec3 rotate(const Quat &q, const Vec3 &v);

/// The rotation by `angle_rad` about the unit vector `axis`, right-hand positive.
Quat about(const Vec3 &axis, double angle_rad);

/// The angle of the rotation that leads from `a` to `b`, 0 to pi.
double angle_between(const Quat &a, const Quat &b);

/// The unsigned angle between two directions, 0 to pi; NaN when one of them is zero.
/// Source: atan2(|a x b|, a.b), exact to rounding near 0 and pi, where acos loses half the digits.
double angle_between(const Vec3 &a, const Vec3 &b);

/// The signed angle, in (-pi, pi], by which `q` turns about the unit vector `axis`; nothing when
/// `q` swings that axis onto its opposite, where the twist has no value. Source: swing-twist
/// decomposition, twist = 2 atan2(q.xyz . axis, q.w).
std::optional<double> twist_about(const Quat &q, const Vec3 &axis);

/// The same angle, in (-pi, pi].
double wrapped(double angle_rad);

/// `m` applied to a point.
Vec3 transform(const Mat4 &m, const Vec3 &point);

/// The rows of the inverse of the linear part of `m`; nothing when its axes span no volume.
std::optional<std::array<Vec3, 3>> inverse_rows(const Mat4 &m);

/// The point that `m` takes to `point`; nothing when the axes of `m` span no volume.
std::optional<Vec3> inverse_transform(const Mat4 &m, const Vec3 &point);

} // namespace mvr::scene
