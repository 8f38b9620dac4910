#include "fixture.hpp"

#include <limits>

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

ActivityMetrics metrics(const std::vector<Snapshot> &scenes)
{
    SceneState scene;
    ActivityMeter meter(scenes.front().time_seconds);
    for (const Snapshot &now : scenes) {
        feed(scene, now);
        scene.observe();
        meter.observe(scene, now.time_seconds);
    }
    return meter.metrics();
}

Snapshot at(double seconds, const Vec3 &origin)
{
    return scene_of({object("A", origin), object("B", {9, 9, 9})}, seconds);
}

} // namespace

TEST_CASE("path length and efficiency follow their formulas", "[scene][activity]")
{
    // 3 m along x, then 4 m along y: path 7 m, chord 5 m.
    const auto sums = metrics({at(0, {0, 0, 0}), at(1, {3, 0, 0}), at(2, {3, 4, 0})});

    CHECK(sums.path_length_m == Approx(7));
    REQUIRE(sums.path_efficiency);
    CHECK(*sums.path_efficiency == Approx(5.0 / 7));
}

TEST_CASE("path efficiency is the mean over the objects that moved", "[scene][activity]")
{
    const auto both = [](double seconds, const Vec3 &a, const Vec3 &b) {
        return scene_of({object("A", a), object("B", b), object("C")}, seconds);
    };

    // A goes straight (1); B goes 1 m out and back (0); C stays and does not count.
    const auto sums =
        metrics({both(0, {}, {}), both(1, {1, 0, 0}, {0, 1, 0}), both(2, {2, 0, 0}, {})});

    CHECK(*sums.path_efficiency == Approx(0.5));
    CHECK(sums.path_length_m == Approx(4));
}

TEST_CASE("where nothing moved there is no efficiency", "[scene][activity]")
{
    const auto sums = metrics({at(0, {}), at(3, {})});

    CHECK_FALSE(sums.path_efficiency);
    CHECK(sums.changes == 0);
    CHECK(sums.moves == 0);
    CHECK(sums.active_seconds == 0);
    CHECK(sums.total_seconds == Approx(3));
}

TEST_CASE("a movement ends with an observation at rest, or with a pause", "[scene][activity]")
{
    const auto sums = metrics({at(0, {}), at(0.1, {1, 0, 0}), at(0.2, {2, 0, 0}), // the first
                               at(0.3, {2, 0, 0}), at(0.4, {3, 0, 0}),            // the second
                               at(2, {4, 0, 0})});                                // the third

    CHECK(sums.moves == 3);
    CHECK(sums.moves_by_object == std::map<std::string, int>{{"A", 3}});
    CHECK(sums.changes == 4);
}

TEST_CASE("a turn on the spot is a movement without a path", "[scene][activity]")
{
    const auto sums = metrics(
        {scene_of({object("A")}, 0), scene_of({object("A", {}, about({0, 0, 1}, rad(90)))}, 1)});

    CHECK(sums.moves == 1);
    CHECK(sums.path_length_m == 0);
    CHECK_FALSE(sums.path_efficiency);
}

TEST_CASE("every kind of change counts once for an observation", "[scene][activity]")
{
    const Snapshot before = scene_of({object("A"), object("B")}, 0);
    const auto changes = [&](auto change) {
        Snapshot after = before;
        after.time_seconds = 1;
        change(after);
        return metrics({before, after}).changes;
    };

    CHECK(changes([](Snapshot &) {}) == 0);
    CHECK(changes([](Snapshot &s) { s.objects[0].visible = false; }) == 1);
    CHECK(changes([](Snapshot &s) { s.objects[0].parent = "B"; }) == 1);
    CHECK(changes([](Snapshot &s) { s.objects[0].materials = {"Steel"}; }) == 1);
    CHECK(changes([](Snapshot &s) { s.objects[0].properties["p"] = true; }) == 1);
    CHECK(changes([](Snapshot &s) { s.objects[0].world.m[0] = 2; }) == 1);
    CHECK(changes([](Snapshot &s) { s.objects.pop_back(); }) == 1);
    CHECK(changes([](Snapshot &s) { s.objects.push_back(object("C")); }) == 1);
    CHECK(changes([](Snapshot &s) { std::swap(s.objects[0], s.objects[1]); }) == 0);
    CHECK(changes([](Snapshot &s) { s.mode = "EDIT_MESH"; }) == 1);
    CHECK(changes([](Snapshot &s) { s.active_tool = "builtin.move"; }) == 1);
    CHECK(changes([](Snapshot &s) { s.view.emplace(); }) == 1);
    CHECK(changes([](Snapshot &s) {
              s.mode = "EDIT_MESH";
              s.objects.clear();
          }) == 1);
}

TEST_CASE("moving the view is a change of its own", "[scene][activity]")
{
    const auto from = [](double seconds, double x) {
        Snapshot scene = scene_of({object("A")}, seconds);
        scene.view =
            ViewState{.eye = {x, 0, 0}, .forward = {0, 1, 0}, .up = {0, 0, 1}, .source = ""};
        return scene;
    };

    const auto sums = metrics({from(0, 0), from(1, 0), from(2, 1), from(3, 2)});

    CHECK(sums.view_changes == 2);
    CHECK(sums.changes == 2);
}

TEST_CASE("active time leaves out pauses of five seconds and more", "[scene][activity]")
{
    const auto sums = metrics({at(0, {}), at(10, {1, 0, 0}), at(12, {2, 0, 0}), at(16.9, {3, 0, 0}),
                               at(21.9, {4, 0, 0}), at(22, {5, 0, 0}), at(30, {5, 0, 0})});

    CHECK(sums.active_seconds == Approx(2 + 4.9 + 0.1));
    CHECK(sums.total_seconds == Approx(30));
}

TEST_CASE("an object that goes and comes back keeps its path", "[scene][activity]")
{
    const auto sums = metrics(
        {at(0, {}), at(1, {1, 0, 0}), scene_of({object("B", {9, 9, 9})}, 2), at(3, {2, 0, 0})});

    CHECK(sums.path_length_m == Approx(2));
    CHECK(sums.changes == 3);
}

TEST_CASE("a transform that is not finite leaves no trace in the sums", "[scene][activity]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();

    const auto during = metrics({at(0, {}), at(1, {nan, 0, 0}), at(2, {1, 0, 0})});
    const auto first = metrics({at(0, {nan, 0, 0}), at(1, {5, 0, 0}), at(2, {6, 0, 0})});

    CHECK(during.path_length_m == Approx(1));
    CHECK(first.path_length_m == Approx(1));
    CHECK(*first.path_efficiency == Approx(1));
}

TEST_CASE("the activity of an attempt is summed up from its start", "[scene][activity]")
{
    Tracker tracker(compiled(R"({"visible":{"object":"A"}})"), at(0, {}));
    tracker.observe(at(1, {2, 0, 0}));

    CHECK(tracker.activity().path_length_m == Approx(2));
    CHECK(tracker.activity().total_seconds == Approx(1));
}
