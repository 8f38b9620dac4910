#include "generated.hpp"
#include "motion/path.hpp"

#include <catch2/catch.hpp>

#include <numbers>

using namespace mvr;
using namespace mvr::motion;

TEST_CASE("three edges of a cube have the path efficiency 1/sqrt 3", "[motion][path]")
{
    const std::vector<Vec3> points{{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {1, 1, 1}};

    CHECK(path_efficiency(points).value() == Approx(1 / std::numbers::sqrt3).epsilon(1e-12));
    CHECK(path_length_m(points) == Approx(3));
}

TEST_CASE("a quarter turn about z and then about x has the rotation efficiency 3/7",
          "[motion][path]")
{
    // From z to x it is a turn of 120 degrees, about the diagonal: 90 / (90 + 120).
    const Quat z = scene::about({0, 0, 1}, std::numbers::pi / 2);
    const Quat x = scene::about({1, 0, 0}, std::numbers::pi / 2);

    CHECK(rotation_efficiency(std::vector{Quat{}, z, x}).value() == Approx(3.0 / 7).epsilon(1e-12));
}

TEST_CASE("a detour that the task asks for costs no path efficiency", "[motion][path]")
{
    const std::vector<Vec3> corner{{0, 0, 0}, {1, 0, 0}, {1, 1, 0}};

    CHECK(path_efficiency(corner, corner).value() == Approx(1));
    CHECK(path_efficiency(corner).value() < 1);
}

TEST_CASE("what did not move has no efficiency", "[motion][path]")
{
    CHECK_FALSE(path_efficiency(std::vector<Vec3>{}));
    CHECK_FALSE(path_efficiency(std::vector<Vec3>{{1, 2, 3}}));
    CHECK_FALSE(path_efficiency(std::vector<Vec3>{{1, 2, 3}, {1, 2, 3}}));
    CHECK_FALSE(rotation_efficiency(std::vector<Quat>{{}, {}}));
}

TEST_CASE("path efficiency lies in [0, 1] and is the same moved, turned, scaled and backwards",
          "[motion][path][property]")
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Movements some(seed);
        const auto points = places(some.movement(30, 40));
        const double efficiency = path_efficiency(points).value();
        const Quat turn = some.rotation();
        const double scale = some.between(.01, 100);
        std::vector<Vec3> changed;
        for (const Vec3 &point : points)
            changed.push_back(scene::rotate(turn, point) * scale + Vec3{7, -3, 11});

        CHECK(efficiency >= 0);
        CHECK(efficiency <= 1);
        CHECK(path_efficiency(changed).value() == Approx(efficiency).margin(1e-9));
        std::ranges::reverse(changed);
        CHECK(path_efficiency(changed).value() == Approx(efficiency).margin(1e-9));
    }
}

TEST_CASE("a detour never raises the path efficiency", "[motion][path][property]")
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Movements some(seed);
        auto points = places(some.movement(30, 20));
        const double direct = path_efficiency(points).value();
        points.insert(points.begin() + 10, {some.between(-2, 2), some.between(-2, 2), 0});

        CHECK(path_efficiency(points).value() <= direct + 1e-12);
    }
}
