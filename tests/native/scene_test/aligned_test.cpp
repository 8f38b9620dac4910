#include "fixture.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

using Said = std::vector<std::string>;

/// A shelf that is tilted by so much about the world's x axis, and a wall turned about its z axis.
Snapshot shelf(double tilted_deg, double wall_deg = 0)
{
    return scene_of({object("Shelf", {}, about({1, 0, 0}, rad(tilted_deg))),
                     object("Wall", {2, 0, 0}, about({0, 0, 1}, rad(wall_deg)))});
}

const std::string level =
    R"({"aligned":{"object":"Shelf","axis":"z","to_axis":"z","max_angle":3,"unit":"deg"}})";
const std::string along_wall = R"({"aligned":{"object":"Shelf","axis":"x","to":"Wall",)"
                               R"("to_axis":"y","max_angle":3,"unit":"deg"}})";

double measured(const std::string &condition, const Snapshot &scene)
{
    return judged(condition, scene).evidence["measured"].get<double>();
}

} // namespace

TEST_CASE("aligned to the world is how far an axis is from parallel to it", "[scene][aligned]")
{
    CHECK(judged(level, shelf(0)).passed);
    CHECK(judged(level, shelf(3)).passed); // exactly at the limit
    CHECK_FALSE(judged(level, shelf(3.1)).passed);
    CHECK(measured(level, shelf(40)) == Approx(40));
    CHECK(judged(level, shelf(40)).evidence.count("to") == 0);
}

TEST_CASE("aligned does not mind which way an axis points, unlike an angle", "[scene][aligned]")
{
    const std::string same_way =
        R"({"angle":{"object":"Shelf","axis":"z","to":[0,0,1],"max":3,"unit":"deg"}})";

    CHECK(judged(level, shelf(180)).passed);
    CHECK_FALSE(judged(same_way, shelf(180)).passed);
    CHECK(measured(level, shelf(178)) == Approx(2));
    CHECK(measured(level, shelf(90)) == Approx(90)); // as far from parallel as can be
    CHECK(measured(level, shelf(100)) == Approx(80));
}

TEST_CASE("aligned to another object follows that object's own axis", "[scene][aligned]")
{
    CHECK(judged(along_wall, shelf(0, 90)).passed);  // its y axis is the world's -x
    CHECK(judged(along_wall, shelf(0, -90)).passed); // … and x
    CHECK(judged(along_wall, shelf(0, 93)).passed);
    CHECK_FALSE(judged(along_wall, shelf(0, 94)).passed);
    CHECK(measured(along_wall, shelf(0, 0)) == Approx(90));
    CHECK(judged(along_wall, shelf(0)).evidence["to"] == "Wall");
}

TEST_CASE("aligned says how far off it is and from what", "[scene][aligned]")
{
    CHECK(english(judged(level, shelf(5)).unmet) ==
          Said{"The z axis of Shelf is 5° off the z axis of the world; at most 3° is allowed."});
    CHECK(english(judged(along_wall, shelf(0, 80)).unmet) ==
          Said{"The x axis of Shelf is 10° off the y axis of Wall; at most 3° is allowed."});
}

TEST_CASE("less margin asks for better alignment", "[scene][aligned]")
{
    Tracker tracker(compiled(level), shelf(2));
    REQUIRE(tracker.evaluate().passed);
    tracker.set_tolerance_factor(0.5);
    tracker.observe(shelf(2));
    CHECK_FALSE(tracker.evaluate().passed); // 1.5° now
}

TEST_CASE("an object that aligned compares with is one that the condition names",
          "[scene][aligned]")
{
    CHECK(compiled(along_wall).object_names() == Said{"Shelf", "Wall"});
    CHECK(compiled(level).object_names() == Said{"Shelf"});
}
