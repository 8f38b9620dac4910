#include "fixture.hpp"

#include <limits>

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// Whether `what` with `limits` holds for a gasket 5 mm from its seat, by the triangle 3-4-5.
bool five_mm_away(const std::string &limits)
{
    const auto scene = scene_of({object("Gasket", {1.003, 2, 0.504}), object("Seat", {1, 2, 0.5})});
    return judged(R"({"distance":{"object":"Gasket","to":"Seat",)" + limits + "}}", scene).passed;
}

/// Whether the limits hold for a plate whose z axis leans by 30 degrees towards y.
bool leaning_by_30(const std::string &limits)
{
    const auto scene = scene_of({object("Plate", {}, about({1, 0, 0}, rad(-30)))});
    return judged(R"({"angle":{"object":"Plate","axis":"z","to":[0,0,2],)" + limits + "}}", scene)
        .passed;
}

} // namespace

TEST_CASE("distance holds within its limits, widened by the tolerance", "[scene][distance]")
{
    CHECK(five_mm_away(R"("max":6,"unit":"mm")"));
    CHECK(five_mm_away(R"("max":5,"unit":"mm")"));
    CHECK_FALSE(five_mm_away(R"("max":4.99,"unit":"mm")"));
    CHECK(five_mm_away(R"("max":4,"tolerance":1,"unit":"mm")"));
    CHECK_FALSE(five_mm_away(R"("max":4,"tolerance":0.9,"unit":"mm")"));
    CHECK(five_mm_away(R"("min":5,"unit":"mm")"));
    CHECK_FALSE(five_mm_away(R"("min":5.01,"unit":"mm")"));
    CHECK(five_mm_away(R"("min":0.4,"max":0.6,"unit":"cm")"));
    CHECK_FALSE(five_mm_away(R"("min":0.6,"max":0.8,"unit":"cm")"));
    CHECK(five_mm_away(R"("max":0.005,"unit":"m")"));
}

TEST_CASE("distance forgives the rounding of single precision and no more", "[scene][distance]")
{
    const auto holds = [](double off_m) {
        return judged(R"({"distance":{"object":"A","to":[0,0,0],"max":2,"unit":"mm"}})",
                      scene_of({object("A", {0.002 + off_m, 0, 0})}))
            .passed;
    };

    CHECK(holds(0.9e-6));
    CHECK_FALSE(holds(1.2e-6));
}

TEST_CASE("distance tells the measured value in the author's unit", "[scene][distance]")
{
    const auto result =
        judged(R"({"id":"seat","distance":{"object":"A","to":[0,0,1],"max":20,"unit":"cm"}})",
               scene_of({object("A", {0, 0, 1.5})}));

    CHECK_FALSE(result.passed);
    CHECK(result.evidence["measured"].get<double>() == Approx(50));
    CHECK(result.evidence["unit"] == "cm");
    CHECK(result.evidence["limit"] == mvr::Json{{"max", 20.0}});
    CHECK(result.evidence["object"] == "A");
    CHECK(result.evidence["to"] == mvr::Json::array({0.0, 0.0, 1.0}));
    CHECK(result.evidence["predicate"] == "distance");
    CHECK(result.evidence["holds"] == false);
    CHECK(result.evidence["id"] == "seat");
}

TEST_CASE("angle holds within its limits, in degrees and radians", "[scene][angle]")
{
    CHECK(leaning_by_30(R"("max":30,"unit":"deg")"));
    CHECK_FALSE(leaning_by_30(R"("max":29.9,"unit":"deg")"));
    CHECK(leaning_by_30(R"("max":29,"tolerance":1,"unit":"deg")"));
    CHECK(leaning_by_30(R"("min":30,"max":30,"unit":"deg")"));
    CHECK_FALSE(leaning_by_30(R"("min":30.1,"unit":"deg")"));
    CHECK(leaning_by_30(R"("max":0.5236,"unit":"rad")")); // pi/6 = 0.523599
    CHECK_FALSE(leaning_by_30(R"("max":0.5235,"unit":"rad")"));
}

TEST_CASE("angle compares the axes of two objects, with their signs", "[scene][angle]")
{
    const auto scene = scene_of({object("A", {}, about({1, 0, 0}, rad(-30))), object("B")});
    const auto measured = [&](const std::string &axis, const std::string &to_axis) {
        const auto result =
            judged(R"({"angle":{"object":"A","axis":")" + axis + R"(","to":"B","to_axis":")" +
                       to_axis + R"(","max":180,"unit":"deg"}})",
                   scene);
        return result.evidence["measured"].get<double>();
    };

    CHECK(measured("z", "z") == Approx(30));
    CHECK(measured("-z", "z") == Approx(150));
    CHECK(measured("z", "y") == Approx(60)); // z leans towards y
    CHECK(measured("z", "-y") == Approx(120));
    CHECK(measured("x", "x") == Approx(0).margin(1e-9));
    CHECK(measured("x", "z") == Approx(90));
}

TEST_CASE("inside asks for the centre of the bounding box in the turned box of the region",
          "[scene][inside]")
{
    // A region of 2 x 1 x 1 m, turned 45 degrees about z: along (1,1,0)/sqrt 2 it reaches 1 m,
    // across 0.5.
    const auto region = object("Region", {5, 5, 0}, about({0, 0, 1}, rad(45)), {1, 0.5, 0.5});
    const double diagonal = std::sqrt(0.5);
    const auto holds = [&](double along, double across) {
        const Vec3 at{5 + (along - across) * diagonal, 5 + (along + across) * diagonal, 0};
        return judged(R"({"inside":{"object":"A","region":"Region"}})",
                      scene_of({region, object("A", at)}))
            .passed;
    };

    CHECK(holds(0, 0));
    CHECK(holds(0.99, 0.49));
    CHECK(holds(1.0, 0.5));
    CHECK_FALSE(holds(1.01, 0));
    CHECK_FALSE(holds(0, 0.51));
    CHECK_FALSE(holds(-1.01, 0));
    CHECK(holds(-0.99, -0.49));
}

TEST_CASE("inside measures how far outside, at right angles to the face", "[scene][inside]")
{
    auto region = object("Region");
    region.world = matrix({2, 0, 0}, {0, 3, 0}, {0, 0, 1}, {0, 0, 0}); // scaled: 2 x 3 x 1 m
    const auto result = [&](const std::string &tolerance) {
        return judged(R"({"inside":{"object":"A","region":"Region")" + tolerance + "}}",
                      scene_of({region, object("A", {1.02, 1.504, 0})}));
    };

    CHECK_FALSE(result("").passed);
    CHECK(result("").evidence["measured"].get<double>() ==
          Approx(0.02)); // the farther of 20 and 4 mm
    CHECK(result("").evidence["unit"] == "m");
    CHECK(result(R"(,"tolerance":20,"unit":"mm")").passed);
    CHECK_FALSE(result(R"(,"tolerance":1.9,"unit":"cm")").passed);
}

TEST_CASE("inside takes the region where its bounds are, not its origin", "[scene][inside]")
{
    auto region = object("Region");
    for (Vec3 &corner : region.bounds)
        corner = corner + Vec3{0, 0, 10};

    CHECK(judged(R"({"inside":{"object":"A","region":"Region"}})",
                 scene_of({region, object("A", {0, 0, 10.4})}))
              .passed);
    CHECK_FALSE(judged(R"({"inside":{"object":"A","region":"Region"}})",
                       scene_of({region, object("A", {0, 0, 0})}))
                    .passed);
}

TEST_CASE("a sheared region keeps its slanted faces", "[scene][inside]")
{
    auto region = object("Region");
    region.world =
        matrix({1, 0, 0}, {0, 1, 0}, {1, 0, 1}, {0, 0, 0}); // x leans by 1 m per m of height
    const auto result = judged(R"({"inside":{"object":"A","region":"Region"}})",
                               scene_of({region, object("A", {0.9, 0, 0})}));

    // The face x - z = 0.5 lies 0.4 m away along x, and 0.4 / sqrt 2 at right angles.
    CHECK(result.evidence["measured"].get<double>() == Approx(0.4 / std::sqrt(2.0)));
}

TEST_CASE("a region without volume is no measure, in either sense", "[scene][inside]")
{
    auto region = object("Region");
    region.world = matrix({1, 0, 0}, {0, 0, 0}, {0, 0, 1}, {});
    const auto scene = scene_of({region, object("A")});

    const auto plain = judged(R"({"inside":{"object":"A","region":"Region"}})", scene);
    const auto negated = judged(R"({"not":{"inside":{"object":"A","region":"Region"}}})", scene);

    CHECK_FALSE(plain.passed);
    CHECK_FALSE(negated.passed);
    CHECK(plain.evidence["problem"] == "region has no volume");
}

TEST_CASE("a transform that is not finite is no measure, in either sense", "[scene][distance]")
{
    const double bad =
        GENERATE(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity());
    const auto scene = scene_of({object("A", {bad, 0, 0})});
    const std::string near = R"({"distance":{"object":"A","to":[0,0,0],"max":1,"unit":"m"}})";

    CHECK_FALSE(judged(near, scene).passed);
    CHECK_FALSE(judged(R"({"not":)" + near + "}", scene).passed);
}
