#include "scene/rotation.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

using namespace mvr::scene;

namespace {

/// Columns are the turned axes, times a scale: the textbook way from a rotation to its matrix.
Mat4 matrix(const Quat &q, const Vec3 &scale)
{
    const Vec3 x = rotate(q, {1, 0, 0}) * scale.x;
    const Vec3 y = rotate(q, {0, 1, 0}) * scale.y;
    const Vec3 z = rotate(q, {0, 0, 1}) * scale.z;
    return {{x.x, y.x, z.x, 7, x.y, y.y, z.y, 8, x.z, y.z, z.z, 9, 0, 0, 0, 1}};
}

} // namespace

TEST_CASE("rotation_of finds the rotation whatever the scale", "[scene][geometry]")
{
    const double angle = GENERATE(0.0, 0.1, 1.0, 2.0, 3.0, std::numbers::pi);
    const Vec3 axis =
        normalised(GENERATE(Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}, Vec3{1, -2, 3}));
    const Quat q = about(axis, angle);
    CAPTURE(angle, axis.x, axis.y, axis.z);

    const Quat found = rotation_of(matrix(q, {2, 0.001, 50}));

    CHECK(angle_between(found, q) == Approx(0).margin(1e-7));
}

TEST_CASE("rotation_of takes a matrix without volume as not turned", "[scene][geometry]")
{
    CHECK(rotation_of(matrix({}, {1, 0, 1})) == Quat{});
}
