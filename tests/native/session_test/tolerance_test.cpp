#include "worked_unit.hpp"

#include <cmath>

// What becomes of work when the tolerance of the conditions changes.

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

namespace {

std::string within_a_metre(const std::string &name)
{
    return R"({"distance":{"object":")" + name + R"(","to":"Seat","max":1,"unit":"m"}})";
}

std::string one_then_two(const std::string &one, const std::string &two)
{
    return R"({"order":{"steps":[{"id":"one","when":)" + within_a_metre(one) +
           R"(},{"id":"two","when":)" + within_a_metre(two) + "}]}}";
}

} // namespace

TEST_CASE("less margin is judged at once, and no deed", "[session][tolerance]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.move("A", {0.007, 0, 0});
    CHECK(unit.run().holds("a"));
    unit.run().set_tolerance_factor(0.5);
    CHECK_FALSE(unit.run().holds("a"));
    CHECK_FALSE(unit.run().evaluate("a").unmet.empty());
    unit.observe(1);
    CHECK(unit.reported().empty());
}

TEST_CASE("work that is enough with more margin passes by itself", "[session][tolerance]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.run().set_tolerance_factor(0.5);
    unit.move("A", {0.007, 0, 0});
    unit.observe(1);
    CHECK(unit.reported().empty());
    unit.run().set_tolerance_factor(1);
    CHECK(unit.reported() == Reported{"a passed"});
}

TEST_CASE("work of this moment passes after its dwell when the margin grows",
          "[session][tolerance]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.run().set_tolerance_factor(0.5);
    unit.move("A", {0.007, 0, 0});
    unit.run().set_tolerance_factor(1);
    CHECK(unit.reported().empty());
    CHECK(*unit.run().due_seconds() == Approx(unit.seconds() + 0.5));
    unit.observe(0.5);
    CHECK(unit.reported() == Reported{"a passed"});
}

TEST_CASE("a later step that more margin makes true is not too early", "[session][tolerance]")
{
    WorkedUnit unit({{"order", one_then_two("C", "B")}});
    unit.run().set_tolerance_factor(0.5);
    unit.move("B", {0.8, 0, 0});
    unit.run().set_tolerance_factor(1);
    unit.move("C", {2.9, 0, 0}); // only nudged
    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().progress("order").slipped);
    unit.move("C", {0, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"order passed"});
}

TEST_CASE("an order of the learner's own work that more margin completes is passed",
          "[session][tolerance]")
{
    WorkedUnit unit({{"order", one_then_two("C", "B")}});
    unit.run().set_tolerance_factor(0.5);
    unit.move("C", {0.8, 0, 0});
    unit.move("B", {0.8, 0, 0});
    unit.observe(1);
    unit.run().set_tolerance_factor(1);
    CHECK(unit.reported() == Reported{"order passed"});
}

TEST_CASE("where the program put a part is no step done, also with more margin",
          "[session][tolerance]")
{
    WorkedUnit unit({{"order", one_then_two("C", "B")}});
    unit.run().set_tolerance_factor(0.5);
    unit.move("C", {4, 0, 0});
    unit.by_program("C", {0.8, 0, 0});
    unit.by_program("B", {0.8, 0, 0});
    unit.run().set_tolerance_factor(1);
    unit.observe(1);
    CHECK(unit.reported().empty());
    CHECK(english(unit.run().reasons("order")) == Reported{"None of these steps was done yet."});
}

TEST_CASE("what less margin makes untrue stays a step done", "[session][tolerance]")
{
    WorkedUnit unit({{"order", one_then_two("C", "B")}});
    unit.move("C", {0.8, 0, 0});
    unit.run().set_tolerance_factor(0.5);
    unit.move("B", {0.4, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"order passed"});
}

TEST_CASE("what was set before the margin grew is a deed by the old one", "[session][tolerance]")
{
    WorkedUnit unit({{"order", one_then_two("C", "B")}});
    unit.run().set_tolerance_factor(0.5);
    unit.set("B", {0.4, 0, 0});
    unit.run().set_tolerance_factor(1);
    CHECK(unit.reported() == Reported{"order broken"});
}

TEST_CASE("what was set before the margin grew is the learner's work with the new one",
          "[session][tolerance]")
{
    WorkedUnit unit(
        {{"order", R"({"order":{"steps":[{"id":"one","when":)" + within_a_metre("C") + "}]}}"}});
    unit.run().set_tolerance_factor(0.5);
    unit.set("C", {0.8, 0, 0});
    unit.run().set_tolerance_factor(1);
    CHECK(unit.run().holds("order"));
}

TEST_CASE("work done before a pause passes when the margin grows in it", "[session][tolerance]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"b", near_seat("B")}});
    unit.run().set_tolerance_factor(0.5);
    unit.move("A", {0.007, 0, 0});
    unit.move("B", {1, 0, 0});
    unit.observe(1);
    unit.run().pause(unit.seconds());
    unit.set("B", {0.007, 0, 0}); // nobody's work
    unit.observe(1);
    unit.run().set_tolerance_factor(1);
    CHECK(unit.reported().empty());
    unit.run().resume(unit.seconds());
    CHECK(unit.reported() == Reported{"a passed"});
}

TEST_CASE("a view that the learner turned to is entered when the margin grows",
          "[session][tolerance]")
{
    const std::string facing = R"({"in_view":{"object":"A","facing_axis":"x",
        "max_facing_angle":20,"angle_unit":"deg"}})";
    const auto from = [](double x, double y) {
        return scene::ViewState{.eye = {x, y, 0},
                                .forward = scene::Vec3{1 - x, -y, 0} * (1 / std::hypot(1 - x, y)),
                                .up = {0, 0, 1},
                                .vertical_fov_rad = 1,
                                .source = "viewport"};
    };
    WorkedUnit unit({{"seen", facing}});
    unit.run().set_tolerance_factor(0.5);
    unit.run().set_view(from(1, -9));
    unit.observe(1);
    unit.run().set_view(from(10, -2)); // atan(2 / 9) = 12.5 degrees off its axis
    unit.observe(1);
    CHECK_FALSE(unit.run().holds("seen"));
    unit.run().set_tolerance_factor(1);
    unit.observe(1);
    CHECK(unit.reported() == Reported{"seen passed"});
}
