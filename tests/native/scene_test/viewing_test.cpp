#include "fixture.hpp"

#include <cmath>

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

using Said = std::vector<std::string>;

/// A view along the ground, so many degrees to the left of the y axis.
Snapshot looking(double left_deg, double distance_m = 8, const std::string &source = "viewport")
{
    Snapshot made = scene_of({});
    made.view = ViewState{.eye = {0, 0, 0},
                          .forward = {-std::sin(rad(left_deg)), std::cos(rad(left_deg)), 0},
                          .up = {0, 0, 1},
                          .vertical_fov_rad = 1,
                          .source = source,
                          .pivot_distance_m = distance_m};
    return made;
}

const std::string quarter = R"({"view_turned":{"min":90,"unit":"deg"}})";
const std::string doubled = R"({"view_zoomed":{"min":2}})";

double measured(const std::string &condition, const std::vector<Snapshot> &scenes)
{
    return judged(condition, scenes).evidence["measured"].get<double>();
}

} // namespace

TEST_CASE("turns of the view add up, there and back", "[scene][view_turned]")
{
    CHECK(measured(quarter, {looking(0), looking(30), looking(0), looking(-15)}) ==
          Approx(30 + 30 + 15));
    // By more than half a turn at once it is the shorter way.
    CHECK(measured(quarter, {looking(0), looking(200)}) == Approx(160));
}

TEST_CASE("a view that rolls turns too", "[scene][view_turned]")
{
    Snapshot rolled = looking(0);
    rolled.view->up = {1, 0, 0};

    CHECK(measured(quarter, {looking(0), rolled}) == Approx(90));
}

TEST_CASE("view_turned holds exactly at its limit", "[scene][view_turned]")
{
    CHECK(judged(quarter, std::vector{looking(0), looking(45), looking(90)}).passed);
    CHECK_FALSE(judged(quarter, std::vector{looking(0), looking(45), looking(89.9)}).passed);
}

TEST_CASE("a view that was never turned holds nothing, whatever is asked", "[scene][view_turned]")
{
    const std::string nothing = R"({"view_turned":{"min":0,"unit":"deg"}})";

    CHECK_FALSE(judged(nothing, std::vector{looking(0), looking(0)}).passed);
    CHECK(judged(nothing, std::vector{looking(0), looking(0)}).evidence["problem"] == "not begun");
    CHECK_FALSE(judged(R"({"not":)" + quarter + "}", looking(0)).passed);
    CHECK(english(judged(quarter, looking(0)).unmet) ==
          Said{"The view was not turned yet; turn it."});
}

TEST_CASE("what is turned so far is said", "[scene][view_turned]")
{
    CHECK(english(judged(quarter, std::vector{looking(0), looking(20)}).unmet) ==
          Said{"The view was turned by 20° so far; at least 90° is needed."});
}

TEST_CASE("looking through a camera is no turn, nor is the way back", "[scene][view_turned]")
{
    CHECK(measured(quarter, {looking(0), looking(90, 0, "camera"), looking(180, 0, "camera"),
                             looking(100), looking(110)}) == Approx(10));
    Snapshot blind = scene_of({});
    CHECK(measured(quarter, {looking(0), blind, looking(50), looking(60)}) == Approx(10));
}

TEST_CASE("moving the view sideways is no turn and no zoom", "[scene][view_turned]")
{
    Snapshot aside = looking(0);
    aside.view->eye = {3, 0, 0};

    CHECK(measured(quarter, {looking(0), aside}) == 0);
    CHECK(measured(doubled, {looking(0), aside}) == 1);
}

TEST_CASE("factors of zooming multiply, in and out alike", "[scene][view_zoomed]")
{
    CHECK(measured(doubled, {looking(0, 8), looking(0, 4)}) == Approx(2));
    CHECK(measured(doubled, {looking(0, 8), looking(0, 16)}) == Approx(2));
    CHECK(measured(doubled, {looking(0, 8), looking(0, 4), looking(0, 8)}) == Approx(4));
    CHECK(measured(doubled, {looking(0, 8), looking(0, 0, "camera"), looking(0, 2)}) == 1);
}

TEST_CASE("view_zoomed holds exactly at its limit", "[scene][view_zoomed]")
{
    CHECK(judged(doubled, std::vector{looking(0, 8), looking(0, 4)}).passed);
    CHECK_FALSE(judged(doubled, std::vector{looking(0, 8), looking(0, 4.01)}).passed);
    CHECK(english(judged(doubled, std::vector{looking(0, 8), looking(0, 5)}).unmet) ==
          Said{"The view was zoomed by a factor of 1.6 so far; at least 2 is needed."});
}

TEST_CASE("a view that was never zoomed is not begun", "[scene][view_zoomed]")
{
    const auto found = judged(R"({"view_zoomed":{"min":1}})", looking(0));

    CHECK_FALSE(found.passed);
    CHECK(english(found.unmet) == Said{"The view was not zoomed yet; zoom in or out."});
}

TEST_CASE("turning far enough is entered like a view", "[scene][view_turned]")
{
    Tracker tracker(compiled(quarter), looking(0));
    tracker.observe(looking(60));
    CHECK_FALSE(tracker.standing().entered);
    CHECK(tracker.standing().looked);
    tracker.observe(looking(120));
    CHECK(tracker.standing().entered);
    CHECK(tracker.standing().holds);
    CHECK(compiled(quarter).needs_view());
}
