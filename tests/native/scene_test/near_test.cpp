#include "fixture.hpp"

#include "scene/surface.hpp"

#include <array>
#include <limits>
#include <memory>

// near, stands_on and points_towards: what a person means by them.

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// A saucer 160 mm wide and 20 mm high on the table, and a cup 80 mm wide and 100 mm high whose
/// foot is `foot` above the table, `aside` beside the middle.
Snapshot table(double foot, double aside = 0)
{
    return scene_of({object("Saucer", {0, 0, 0.01}, {}, {0.08, 0.08, 0.01}),
                     object("Cup", {aside, 0, foot + 0.05}, {}, {0.04, 0.04, 0.05})});
}

const std::string stands = R"({"stands_on":{"object":"Cup","on":"Saucer"}})";
const std::string near = R"({"near":{"object":"Cup","to":"Saucer","max":10,"unit":"mm"}})";

using Texts = std::vector<std::string>;

Texts said(const std::string &json, const Snapshot &scene)
{
    return english(judged(json, scene).unmet);
}

} // namespace

TEST_CASE("a cup on its saucer is near it, however far apart their origins are", "[scene][near]")
{
    CHECK(judged(near, table(0.02)).passed);
    CHECK(judged(near, table(0.02)).evidence["measured"].get<double>() == Approx(0).margin(1e-6));
    CHECK(judged(near, table(0.03)).passed);
    CHECK_FALSE(judged(near, table(0.031)).passed);
    CHECK(said(near, table(0.32)) ==
          Texts{"Cup is 300 mm away from Saucer; at most 10 mm is allowed."});
}

TEST_CASE("near measures from centre to centre where the author says so", "[scene][near]")
{
    const std::string centres =
        R"({"near":{"object":"Cup","to":"Saucer","measure":"centre","max":60,"unit":"mm"}})";

    CHECK(judged(centres, table(0.02)).passed); // 70 - 10 mm
    CHECK(said(centres, table(0.12)) ==
          Texts{"The centre of Cup is 160 mm from that of Saucer; at most 60 mm is allowed."});
    CHECK(judged(centres, table(0.12)).evidence["measure"] == "centre");
}

TEST_CASE("near may ask for a gap, and may measure to a point", "[scene][near]")
{
    const std::string apart = R"({"near":{"object":"Cup","to":"Saucer","min":10,"unit":"mm"}})";
    CHECK(judged(apart, table(0.03)).passed);
    CHECK(said(apart, table(0.01)) == Texts{"Cup touches Saucer; at least 10 mm is needed."});

    const std::string point = R"({"near":{"object":"Cup","to":[0,0,1],"max":10,"unit":"cm"}})";
    CHECK(judged(point, table(0.8)).passed);
    CHECK(said(point, table(0.7)) ==
          Texts{"Cup is 20 cm away from the point (0, 0, 1); at most 10 cm is allowed."});
}

TEST_CASE("a condition names the objects whose surface it measures", "[scene][near]")
{
    const auto condition = compiled(
        R"({"all":[{"near":{"object":"B","to":"A","max":1,"unit":"m"}},
                   {"near":{"object":"C","to":"D","measure":"centre","max":1,"unit":"m"}},
                   {"stands_on":{"object":"E","on":"A"}},
                   {"distance":{"object":"F","to":"A","max":1,"unit":"m"}}]})");

    CHECK(condition.surface_names() == std::vector<std::string>{"A", "B", "E"});
}

TEST_CASE("a cup stands on its saucer, not above it, not in it and not beside it",
          "[scene][stands_on]")
{
    CHECK(judged(stands, table(0.02)).passed);
    CHECK(judged(stands, table(0.025)).passed); // 5 mm above
    CHECK_FALSE(judged(stands, table(0.0251)).passed);
    CHECK(judged(stands, table(0.015)).passed); // 5 mm within
    CHECK_FALSE(judged(stands, table(0.0149)).passed);
    CHECK(said(stands, table(0.05)) ==
          Texts{"Cup hovers 30 mm above Saucer; at most 5 mm is allowed."});
    CHECK(said(stands, table(0.01)) ==
          Texts{"Cup is sunk 10 mm into Saucer; at most 5 mm is allowed."});
    CHECK(said(stands, table(-0.2)) ==
          Texts{"Cup is sunk 220 mm into Saucer; at most 5 mm is allowed."});
    CHECK(said(stands, table(0.02, 0.15)) ==
          Texts{"Cup is 30 mm beside Saucer; it must stand on it."});
}

TEST_CASE("stands_on can ask for the middle and for another gap", "[scene][stands_on]")
{
    const std::string middle =
        R"({"stands_on":{"object":"Cup","on":"Saucer","off_centre":2,"gap":1,"unit":"cm"}})";

    CHECK(judged(middle, table(0.03, 0.02)).passed);
    CHECK(said(middle, table(0.02, 0.03)) ==
          Texts{"Cup is 3 cm off the centre of Saucer; at most 2 cm is allowed."});
    CHECK(said(middle, table(0.035, 0.03)).size() == 2);
    CHECK(judged(middle, table(0.04)).evidence["measured"]["gap"]["value"].get<double>() ==
          Approx(2).margin(1e-5));
}

TEST_CASE("a plank stands on a beam that it crosses, and a board on a pin", "[scene][stands_on]")
{
    const std::string across = R"({"stands_on":{"object":"Plank","on":"Beam"}})";
    const auto crossing = [](double height) {
        return scene_of({object("Beam", {}, {}, {1, 0.05, 0.05}),
                         object("Plank", {0, 0, 0.1 + height}, {}, {0.05, 1, 0.05})});
    };
    CHECK(judged(across, crossing(0)).passed);
    CHECK_FALSE(judged(across, crossing(0.01)).passed);

    const std::array<float, 12> tip{-0.1F, -0.1F, 0, 0.1F, -0.1F, 0, 0, 0.1F, 0, 0.003F, 0.007F, 1};
    const std::array<std::int32_t, 12> faces{0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3};
    auto pin = object("Pin", {}, {}, {0.1, 0.1, 1});
    pin.surface = std::make_shared<const Surface>(tip, faces);
    const std::string on_pin = R"({"stands_on":{"object":"Board","on":"Pin"}})";
    CHECK(judged(on_pin, scene_of({pin, object("Board", {0, 0, 1.01}, {}, {1, 1, 0.01})})).passed);
}

TEST_CASE("what stands on a shelf below a roof stands on the shelf", "[scene][stands_on]")
{
    // Two boards, at 0 to 0.1 m and at 1 to 1.1 m, as one object.
    std::vector<float> points;
    std::vector<std::int32_t> triangles;
    constexpr std::array<std::int32_t, 12> level{0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7};
    for (const float low : {0.0F, 1.0F}) {
        const auto first = static_cast<std::int32_t>(points.size() / 3);
        for (const float z : {low, low + 0.1F})
            points.insert(points.end(), {-1, -1, z, 1, -1, z, 1, 1, z, -1, 1, z});
        for (const std::int32_t corner : level)
            triangles.push_back(first + corner);
    }
    auto shelf = object("Shelf", {}, {}, {1, 1, 0.55});
    shelf.surface = std::make_shared<const Surface>(points, triangles);
    const auto vase = [&](double foot) {
        return scene_of({shelf, object("Vase", {0, 0, foot + 0.1}, {}, {0.1, 0.1, 0.1})});
    };
    const std::string on_shelf = R"({"stands_on":{"object":"Vase","on":"Shelf"}})";

    CHECK(judged(on_shelf, vase(0.1)).passed);
    CHECK(judged(on_shelf, vase(1.1)).passed);
    CHECK(said(on_shelf, vase(0.3)) ==
          Texts{"Vase hovers 200 mm above Shelf; at most 5 mm is allowed."});
    CHECK(said(on_shelf, vase(0.05)) ==
          Texts{"Vase is sunk 50 mm into Shelf; at most 5 mm is allowed."});
}

TEST_CASE("an axis points towards the centre of another object", "[scene][points_towards]")
{
    const std::string lamp =
        R"({"points_towards":{"object":"Lamp","axis":"-z","to":"Cup","max_angle":15,"unit":"deg"}})";
    const auto leaning = [](double degrees) {
        return scene_of(
            {object("Lamp", {0, 0, 2}, about({1, 0, 0}, rad(degrees))), object("Cup", {0, 0, 0})});
    };

    CHECK(judged(lamp, leaning(0)).passed);
    CHECK(judged(lamp, leaning(15)).passed); // exactly at the limit
    CHECK_FALSE(judged(lamp, leaning(15.01)).passed);
    CHECK(said(lamp, leaning(40)) ==
          Texts{"The -z axis of Lamp points 40° past Cup; at most 15° is allowed."});
    CHECK(said(lamp, leaning(180)) ==
          Texts{"The -z axis of Lamp points 180° past Cup; at most 15° is allowed."});
    const auto here = scene_of({object("Lamp"), object("Cup")});
    CHECK(said(lamp, here) == Texts{"This could not be measured: both are at one place."});
    CHECK_FALSE(judged(R"({"not":)" + lamp + "}", here).passed);
}

TEST_CASE("half the margin is half the gap and half the angle", "[scene][tighten]")
{
    const auto halved = [](const std::string &json, const Snapshot &scene) {
        return Tracker(compiled(json).tightened(0.5), scene).evaluate().passed;
    };

    CHECK(halved(near, table(0.0249)));
    CHECK_FALSE(halved(near, table(0.0251)));
    CHECK(halved(stands, table(0.0224)));
    CHECK_FALSE(halved(stands, table(0.0226)));
}

TEST_CASE("a malformed near, stands_on or points_towards is rejected with its path",
          "[scene][rejection]")
{
    const auto field = [](const std::string &json) {
        const auto rejected = compile(*parse_json(json));
        REQUIRE_FALSE(rejected);
        CHECK_FALSE(rejected.error().remedy.empty());
        return rejected.error().field.substr(std::string("trigger_conditions").size());
    };

    CHECK(field(R"({"near":{"object":"A","to":"A","max":1,"unit":"m"}})") == ".near.to");
    CHECK(field(R"({"near":{"object":"A","to":"B","max":1,"unit":"m","measure":"hull"}})") ==
          ".near.measure");
    CHECK(field(R"({"near":{"object":"A","to":"B","unit":"m"}})") == ".near");
    CHECK(field(R"({"stands_on":{"object":"A","on":"A"}})") == ".stands_on.on");
    CHECK(field(R"({"stands_on":{"object":"A","on":"B","gap":1}})") == ".stands_on.unit");
    CHECK(field(R"({"stands_on":{"object":"A","on":"B","unit":"m"}})") == ".stands_on.unit");
    CHECK(field(R"({"stands_on":{"object":"A","on":"B","off_centre":-1,"unit":"m"}})") ==
          ".stands_on.off_centre");
    CHECK(field(R"({"points_towards":{"object":"A","axis":"z","to":"B"}})") ==
          ".points_towards.max_angle");
    CHECK(field(R"({"points_towards":{"object":"A","axis":"z","to":"B","max_angle":5}})") ==
          ".points_towards.unit");
}

TEST_CASE("a place that is no number makes none of them hold, nor their negation", "[scene][near]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto predicate = GENERATE(
        as<std::string>{}, near, stands,
        R"({"points_towards":{"object":"Cup","axis":"z","to":"Saucer","max_angle":5,"unit":"deg"}})");

    CHECK_FALSE(judged(predicate, table(nan)).passed);
    CHECK_FALSE(judged(R"({"not":)" + predicate + "}", table(nan)).passed);
}
