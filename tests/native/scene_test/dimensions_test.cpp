#include "fixture.hpp"

#include <limits>

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// A box of 0.2 m by 0.4 m by 0.6 m in its own space, turned, and scaled along each axis.
Snapshot shelf(const Vec3 &scale, const Quat &rotation = {})
{
    auto made = object("Shelf", {5, 0, 0}, rotation, {0.1, 0.2, 0.3});
    made.world = matrix(rotate(rotation, {scale.x, 0, 0}), rotate(rotation, {0, scale.y, 0}),
                        rotate(rotation, {0, 0, scale.z}), {5, 0, 0});
    return scene_of({made});
}

/// dimensions of the shelf with these further members.
std::string asked(const std::string &members)
{
    return R"({"dimensions":{"object":"Shelf",)" + members + "}}";
}

double measured(const std::string &axis, const Snapshot &scene)
{
    return judged(asked(R"("axis":")" + axis + R"(","min":0,"unit":"m")"), scene)
        .evidence["measured"]
        .get<double>();
}

} // namespace

TEST_CASE("dimensions are twice the half size, times the scale along the same axis",
          "[scene][dimensions]")
{
    const Snapshot scaled = shelf({2, 3, 0.5});

    CHECK(measured("x", scaled) == Approx(0.4)); // 0.2 m times 2
    CHECK(measured("y", scaled) == Approx(1.2)); // 0.4 m times 3
    CHECK(measured("z", scaled) == Approx(0.3)); // 0.6 m times 0.5
    CHECK(measured("-z", scaled) == Approx(0.3));
}

TEST_CASE("dimensions turn with the object and are never negative", "[scene][dimensions]")
{
    // Along the object's own z, wherever it points; a mirrored object is as large.
    CHECK(measured("z", shelf({1, 1, 1}, about({1, 0, 0}, rad(90)))) == Approx(0.6));
    CHECK(measured("z", shelf({1, 1, -2})) == Approx(1.2));
    CHECK(measured("x", shelf({0, 1, 1})) == 0);
}

TEST_CASE("dimensions hold exactly at their limits", "[scene][dimensions]")
{
    const std::string twice = asked(R"("axis":"x","min":400,"max":400,"unit":"mm")");

    CHECK(judged(twice, shelf({2, 1, 1})).passed); // 0.2 m scaled to twice is 400 mm
    CHECK_FALSE(judged(twice, shelf({1.99, 1, 1})).passed);
    CHECK_FALSE(judged(twice, shelf({2.01, 1, 1})).passed);
    CHECK(judged(asked(R"("axis":"x","min":400,"tolerance":4,"unit":"mm")"), shelf({1.98, 1, 1}))
              .passed); // 396 mm
}

TEST_CASE("dimensions say what was measured", "[scene][dimensions]")
{
    CHECK(english(judged(asked(R"("axis":"z","min":120,"unit":"cm")"), shelf({1, 1, 1})).unmet) ==
          std::vector<std::string>{
              "Shelf measures 60 cm along its z axis; at least 120 cm is needed."});
}

TEST_CASE("dimensions that are no number are not measured", "[scene][dimensions]")
{
    auto broken = shelf({std::numeric_limits<double>::quiet_NaN(), 1, 1});

    CHECK(judged(asked(R"("axis":"x","min":0,"unit":"m")"), broken).evidence["problem"] ==
          "not a finite number");
}

TEST_CASE("less margin narrows a size between two limits, and a mere maximum stays",
          "[scene][dimensions]")
{
    const auto limit = [](const std::string &members) {
        Tracker tracker(compiled(asked(members)), shelf({1, 1, 1}));
        tracker.set_tolerance_factor(0.5);
        tracker.observe(shelf({1, 1, 1}));
        return tracker.evaluate().evidence["limit"];
    };

    // 500 to 700 mm has its middle at 600 mm, and half of the way to either end is 50 mm.
    CHECK(limit(R"("axis":"z","min":500,"max":700,"unit":"mm")") ==
          Json{{"min", 550.0}, {"max", 650.0}});
    CHECK(limit(R"("axis":"z","max":700,"unit":"mm")") == Json{{"max", 700.0}});
}
