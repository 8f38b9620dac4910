#include "fixture.hpp"

#include "scene/surface_gap.hpp"
#include "support/error.hpp"

#include <array>
#include <limits>
#include <memory>
#include <random>

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// A closed sphere of radius 1 m about the origin, of `rings` by twice as many faces.
std::shared_ptr<const Surface> sphere(std::int32_t rings)
{
    std::vector<float> points;
    std::vector<std::int32_t> triangles;
    const std::int32_t sides = 2 * rings;
    for (std::int32_t ring = 0; ring <= rings; ++ring) {
        for (std::int32_t side = 0; side < sides; ++side) {
            const double down = pi * ring / rings;
            const double round = 2 * pi * side / sides;
            for (const double number : {std::sin(down) * std::cos(round),
                                        std::sin(down) * std::sin(round), std::cos(down)})
                points.push_back(static_cast<float>(number));
        }
    }
    for (std::int32_t ring = 0; ring < rings; ++ring) {
        for (std::int32_t side = 0; side < sides; ++side) {
            const std::int32_t a = ring * sides + side;
            const std::int32_t b = ring * sides + (side + 1) % sides;
            triangles.insert(triangles.end(), {a, a + sides, b, b, a + sides, b + sides});
        }
    }
    return std::make_shared<const Surface>(points, triangles);
}

ObjectState ball(const Vec3 &origin, const Quat &rotation = {})
{
    static const auto surface = sphere(12);
    ObjectState made = object("Ball", origin, rotation, {1, 1, 1});
    made.surface = surface;
    return made;
}

double gap(const ObjectState &a, const ObjectState &b)
{
    return gap_between(PlacedSurface(a), PlacedSurface(b));
}

/// All pairs of triangles, without a tree.
double gap_of_all(const PlacedSurface &a, const PlacedSurface &b)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < a.surface().triangle_count(); ++i) {
        for (std::size_t j = 0; j < b.surface().triangle_count(); ++j)
            least = std::min(least, length(way_between(a.triangle(i), b.triangle(j))));
    }
    return least;
}

/// The object after the rigid motion that turns by `rotation` about the origin and then moves.
ObjectState carried(ObjectState object, const Quat &rotation, const Vec3 &way)
{
    place(object, rotate(rotation, object.world.origin()) + way, rotation * object.rotation,
          object.region_half_size);
    return object;
}

class Random {
  public:
    explicit Random(unsigned seed) : random_(seed) {}
    double number(double low, double high)
    {
        return std::uniform_real_distribution<double>(low, high)(random_);
    }
    Vec3 point(double reach)
    {
        return {number(-reach, reach), number(-reach, reach), number(-reach, reach)};
    }
    Quat rotation() { return about(normalised(point(1)), number(-pi, pi)); }

  private:
    std::mt19937 random_;
};

double distance(const Triangle &a, const Triangle &b) { return length(way_between(a, b)); }

const Triangle flat{Vec3{0, 0, 0}, Vec3{2, 0, 0}, Vec3{0, 2, 0}};

Triangle at(const Triangle &t, const Vec3 &way) { return {t[0] + way, t[1] + way, t[2] + way}; }

} // namespace

TEST_CASE("the distance of two triangles is that of their nearest points", "[scene][surface]")
{
    CHECK(distance(flat, at(flat, {0, 0, 3})) == Approx(3)); // face above face
    CHECK(distance(flat, at(flat, {5, 0, 0})) == Approx(3)); // corner to corner
    CHECK(distance(flat, at(flat, {-3, 0, 4})) == Approx(std::sqrt(17.0)));
    const Triangle tip{Vec3{0.5, 0.5, 1}, Vec3{0.5, 0.5, 2}, Vec3{0.6, 0.5, 2}};
    CHECK(distance(flat, tip) == Approx(1)); // corner above face
    const Triangle edge{Vec3{-1, 1, -1}, Vec3{-1, 1, 1}, Vec3{-2, 1, 0}};
    CHECK(distance(flat, edge) == Approx(1)); // edge to edge
}

TEST_CASE("triangles that cross or touch have no distance", "[scene][surface]")
{
    const Triangle through{Vec3{0.5, 0.5, -1}, Vec3{0.5, 0.5, 1}, Vec3{0.6, 0.5, 1}};

    CHECK(distance(flat, through) == 0);
    CHECK(distance(through, flat) == 0);
    CHECK(distance(flat, at(flat, {1, 0, 0})) == 0);
    CHECK(distance(flat, at(flat, {2, 0, 0})) == Approx(0).margin(1e-12));
}

TEST_CASE("triangles that are a line or a point have distances too", "[scene][surface]")
{
    const Triangle point{Vec3{0.5, 0.5, 2}, Vec3{0.5, 0.5, 2}, Vec3{0.5, 0.5, 2}};
    const Triangle line{Vec3{-1, 0.5, 3}, Vec3{3, 0.5, 3}, Vec3{1, 0.5, 3}};

    CHECK(distance(flat, point) == Approx(2));
    CHECK(distance(line, point) == Approx(1));
    CHECK(distance(flat, line) == Approx(3));
}

TEST_CASE("the gap of two boxes is that of their faces, edges or corners", "[scene][surface]")
{
    const auto box = object("Box");
    CHECK(gap(box, object("B", {0, 0, 3})) == Approx(2));
    CHECK(gap(box, object("B", {2, 2, 0})) == Approx(std::sqrt(2.0)));
    CHECK(gap(box, object("B", {2, 2, 2})) == Approx(std::sqrt(3.0)));
    CHECK(gap(box, object("B", {1, 0, 0})) == Approx(0).margin(1e-12));
    CHECK(gap(box, object("B", {0.5, 0.2, 0.1})) == 0);
    // Turned by 45 degrees its edge reaches half of the diagonal, sqrt(1/2).
    CHECK(gap(box, object("B", {3, 0, 0}, about({0, 0, 1}, rad(45)))) ==
          Approx(2.5 - std::sqrt(0.5)));
}

TEST_CASE("what lies wholly inside of another has no gap to it, unless that is hollow",
          "[scene][surface]")
{
    const auto large = object("Large", {}, {}, {2, 2, 2});

    CHECK(gap(large, object("Small", {0.5, 0, 0}, {}, {0.1, 0.1, 0.1})) == 0);
    CHECK(gap(object("Small", {0.5, 0, 0}, {}, {0.1, 0.1, 0.1}), large) == 0);
    CHECK(PlacedSurface(ball({})).contains({0, 0, 0.5}));
    CHECK_FALSE(PlacedSurface(ball({})).contains({0.9, 0.9, 0.9}));
}

TEST_CASE("balls are as far apart as their radii leave", "[scene][surface]")
{
    CHECK(gap(ball({}), ball({0, 0, 5})) == Approx(3).margin(1e-6)); // pole to pole
    CHECK(gap(ball({}), ball({0, 0, 2})) == Approx(0).margin(1e-6));
    CHECK(gap(ball({}), ball({0, 0, 1.5})) == 0);
    CHECK(gap_between(PlacedSurface(ball({})), PlacedSurface(Vec3{0, 0, -4})) ==
          Approx(3).margin(1e-6));
}

TEST_CASE("a surface is scaled, turned and moved with its object", "[scene][surface]")
{
    auto egg = ball({10, 0, 0});
    egg.world = matrix({3, 0, 0}, {0, 1, 0}, {0, 0, 1}, {10, 0, 0});

    CHECK(gap(egg, object("Box", {0, 0, 0})) == Approx(6.5).margin(1e-6));
}

TEST_CASE("the gap is the same from both sides and wherever both stand", "[scene][surface]")
{
    Random random(7);
    for (int i = 0; i < 200; ++i) {
        INFO("pair " << i);
        const auto half = [&] {
            return Vec3{random.number(0.1, 1), random.number(0.1, 1), random.number(0.1, 1)};
        };
        const auto a =
            i % 2 ? ball(random.point(1)) : object("A", random.point(1), random.rotation(), half());
        const auto b = object("B", random.point(4), random.rotation(), half());
        const double here = gap(a, b);
        REQUIRE(gap(b, a) == Approx(here).margin(2e-7));
        const Quat turn = random.rotation();
        const Vec3 way = random.point(10);
        REQUIRE(gap(carried(a, turn, way), carried(b, turn, way)) == Approx(here).margin(2e-7));
    }
}

TEST_CASE("the tree finds the gap that all pairs of triangles have", "[scene][surface]")
{
    Random random(11);
    for (int i = 0; i < 60; ++i) {
        const auto a = ball(random.point(1), random.rotation());
        const auto b = ball(normalised(random.point(1)) * random.number(2.6, 6), random.rotation());
        const double all = gap_of_all(PlacedSurface(a), PlacedSurface(b));
        REQUIRE(gap(a, b) == Approx(all).margin(1e-7));
    }
}

TEST_CASE("a vertical line meets a closed surface on its way in and out, once each",
          "[scene][surface]")
{
    const PlacedSurface box(object("Box", {0, 0, 5}));

    CHECK(box.heights_at(0, 0) == std::vector<double>{4.5, 5.5}); // on the faces' diagonal
    CHECK(box.heights_at(0.5, 0.5).size() == 2);                  // on an edge
    CHECK(box.heights_at(0.6, 0).empty());
    CHECK(PlacedSurface(ball({})).heights_at(0.1, 0.2).size() == 2);
}

TEST_CASE("a list that names no triangles is a caller's fault", "[scene][surface]")
{
    const std::array<float, 9> points{0, 0, 0, 1, 0, 0, 0, 1, 0};

    CHECK_THROWS_AS(Surface(points, std::array<std::int32_t, 3>{0, 1, 3}), Failure);
    CHECK_THROWS_AS(Surface(points, std::array<std::int32_t, 3>{0, 1, -1}), Failure);
    CHECK_THROWS_AS(Surface(points, std::array<std::int32_t, 2>{0, 1}), Failure);
    CHECK_NOTHROW(Surface(points, std::array<std::int32_t, 3>{0, 1, 2}));
}

TEST_CASE("an object without any triangles is measured by its box", "[scene][surface]")
{
    auto empty = object("Empty", {0, 0, 3});
    empty.surface =
        std::make_shared<const Surface>(std::span<const float>{}, std::span<const std::int32_t>{});

    CHECK(gap(empty, object("Box")) == Approx(2));
}
