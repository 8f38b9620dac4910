#include "fixture.hpp"

#include <cmath>
#include <limits>

using namespace mvr::scene;
using namespace mvr::scene::test;

TEST_CASE("a quarter turn about z takes x to y", "[scene][geometry]")
{
    const Vec3 turned = rotate(about({0, 0, 1}, pi / 2), {1, 0, 0});

    CHECK(turned.x == Approx(0).margin(1e-15));
    CHECK(turned.y == Approx(1));
    CHECK(turned.z == Approx(0).margin(1e-15));
}

TEST_CASE("rotations multiply as they are applied, the right one first", "[scene][geometry]")
{
    const Quat z = about({0, 0, 1}, pi / 2);
    const Quat x = about({1, 0, 0}, pi / 2);

    const Vec3 turned = rotate(x * z, {1, 0, 0}); // x -> y by z, then y -> z by x

    CHECK(turned.z == Approx(1));
}

TEST_CASE("the angle between directions keeps its digits near 0 and 180 degrees",
          "[scene][geometry]")
{
    const double angle = GENERATE(1e-9, 1e-4, 0.5, pi / 2, 3.0, pi - 1e-9);
    CAPTURE(angle);

    CHECK(angle_between({2, 0, 0}, Vec3{3 * std::cos(angle), 3 * std::sin(angle), 0}) ==
          Approx(angle).epsilon(1e-7));
}

TEST_CASE("there is no angle to a direction without length", "[scene][geometry]")
{
    CHECK(std::isnan(angle_between(Vec3{0, 0, 0}, Vec3{0, 0, 1})));
}

TEST_CASE("the angle between rotations takes the short way", "[scene][geometry]")
{
    CHECK(angle_between(about({0, 0, 1}, rad(10)), about({0, 0, 1}, rad(350))) == Approx(rad(20)));
}

TEST_CASE("the twist about an axis leaves out the swing", "[scene][geometry]")
{
    const double angle = GENERATE(-170.0, -90.0, -1e-3, 0.0, 30.0, 90.0, 180.0);
    CAPTURE(angle);
    const Quat swing = about({1, 0, 0}, rad(40));

    const auto twist = twist_about(swing * about({0, 0, 1}, rad(angle)), {0, 0, 1});

    REQUIRE(twist);
    CHECK(*twist == Approx(rad(angle)));
}

TEST_CASE("an axis swung onto its opposite has no twist", "[scene][geometry]")
{
    CHECK_FALSE(twist_about(about({1, 0, 0}, pi), {0, 0, 1}));
}

TEST_CASE("wrapped keeps angles within half a turn", "[scene][geometry]")
{
    CHECK(wrapped(rad(190)) == Approx(rad(-170)));
    CHECK(wrapped(rad(-190)) == Approx(rad(170)));
    CHECK(wrapped(-pi) == Approx(pi));
    CHECK(wrapped(rad(725)) == Approx(rad(5)));
}

TEST_CASE("inverse_transform undoes transform, with scale and shear", "[scene][geometry]")
{
    const Mat4 m = matrix({2, 0, 0}, {1, 3, 0}, {0, 0.5, 0.1}, {10, -4, 7});
    const Vec3 point{0.3, -1.2, 5};

    const auto back = inverse_transform(m, transform(m, point));

    REQUIRE(back);
    CHECK(length(*back - point) < 1e-12);
}

TEST_CASE("a matrix without volume has no inverse", "[scene][geometry]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(inverse_transform(matrix({1, 0, 0}, {2, 0, 0}, {0, 0, 1}, {}), {}));
    CHECK_FALSE(inverse_transform(matrix({0, 0, 0}, {0, 1, 0}, {0, 0, 1}, {}), {}));
    CHECK_FALSE(inverse_transform(matrix({nan, 0, 0}, {0, 1, 0}, {0, 0, 1}, {}), {}));
    CHECK(inverse_transform(matrix({1e-4, 0, 0}, {0, 1e-4, 0}, {0, 0, 1e-4}, {}), {}));
}
