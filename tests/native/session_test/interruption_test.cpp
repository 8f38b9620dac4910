#include "worked_unit.hpp"

#include <cmath>

// Over 250 lines: one test for each thing that happens around the work.

// What happens around the work: undo, pauses, effects of the program, objects that go.

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

namespace {

/// A, then B, each moved by a metre.
const std::string first_a_then_b = R"({"order":{"steps":[
    {"id":"a","when":{"moved":{"object":"A","min":1,"unit":"m"},"feedback":"Move A first."}},
    {"id":"b","feedback":"B is not due yet.",
     "when":{"moved":{"object":"B","min":1,"unit":"m"}}}]}})";

} // namespace

TEST_CASE("a wrong order is reported at the moment it happens, with the sentence for that step",
          "[session]")
{
    WorkedUnit unit({{"order", first_a_then_b}});
    unit.move("B", {5, 0, 0});
    const auto outcomes = unit.run().take_outcomes();
    REQUIRE(outcomes.size() == 1);
    const auto &broken = std::get<OrderBroken>(outcomes.front());
    CHECK(english(broken.sentences) == Reported{"B is not due yet.", "Move A first."});
    CHECK(broken.seconds == Approx(0.1));
    unit.observe(5);
    CHECK(unit.reported().empty()); // once
}

TEST_CASE("a slip that undo takes back is reported as corrected, and the right order passes as own",
          "[session]")
{
    WorkedUnit unit({{"order", first_a_then_b}});
    unit.move("B", {5, 0, 0});
    unit.undo("B", {2, 0, 0});
    CHECK(unit.reported() == Reported{"order broken", "order corrected"});
    unit.move("A", {5, 0, 0});
    unit.move("B", {5, 0, 0});
    unit.observe(1);
    const auto outcomes = unit.run().take_outcomes();
    REQUIRE(outcomes.size() == 1);
    const auto &ended = std::get<TryEnded>(outcomes.front()).finished;
    CHECK(ended.own());
    CHECK(ended.slips == 1);
    CHECK(ended.self_corrected == 1);
}

TEST_CASE("a slip that is left for another object fails the try", "[session]")
{
    WorkedUnit unit({{"order", first_a_then_b}});
    unit.move("B", {5, 0, 0});
    unit.move("A", {5, 0, 0});
    CHECK(unit.reported() == Reported{"order broken", "order failed"});
}

TEST_CASE("undo and redo are no work", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.move("A", {0, 0, 0});
    unit.undo("A", {1, 0, 0});
    unit.observe(1);
    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().progress("a").begun);
    unit.undo("A", {0, 0, 0}); // redo takes the try up again
    unit.observe(1);
    CHECK(unit.reported() == Reported{"a passed"});
}

TEST_CASE("a pause stops the time, and what changes in it is nobody's work", "[session]")
{
    WorkedUnit unit(
        {{"a", near_seat("A")}, {"moved", R"({"moved":{"object":"B","min":1,"unit":"m"}})"}});
    unit.run().pause(unit.seconds());
    unit.move("A", {0, 0, 0});
    unit.move("B", {9, 0, 0});
    unit.observe(100);
    unit.run().resume(unit.seconds());
    unit.observe(2);

    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().progress("a").begun);
    CHECK_FALSE(unit.run().holds("moved"));
    CHECK(unit.run().active_seconds() == Approx(2));
    CHECK(unit.run().activity().moves == 0);
    CHECK(unit.run().activity().total_seconds == Approx(2));
}

TEST_CASE("a try that a pause completed is forgotten, and is begun again by taking it apart",
          "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.move("A", {0.5, 0, 0});
    unit.run().pause(unit.seconds());
    unit.move("A", {0, 0, 0});
    unit.observe(10);
    unit.run().resume(unit.seconds());
    unit.observe(2);
    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().progress("a").running);
    unit.move("A", {1, 0, 0});
    unit.move("A", {0, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"a passed"});
}

TEST_CASE("what a pause completed passes neither in it nor by a look, a submission or leaving",
          "[session]")
{
    enum class End { looked, submitted, left, resumed };
    const auto end = GENERATE(End::looked, End::submitted, End::left, End::resumed);
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.move("A", {0.5, 0, 0});
    unit.observe(10); // at rest long before the pause
    unit.run().take_changed();
    unit.run().pause(unit.seconds());
    unit.move("A", {0, 0, 0});
    unit.observe(10);
    CHECK(unit.reported().empty());
    if (end == End::looked) unit.run().look(unit.seconds());
    if (end == End::submitted) unit.run().submit(unit.seconds());
    if (end == End::left) unit.run().leave(unit.seconds());
    if (end == End::resumed) unit.run().resume(unit.seconds());
    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().progress("a").running);
    CHECK(unit.run().take_changed() == Reported{"a"});
    CHECK_FALSE(unit.run().due_seconds());
}

TEST_CASE("whoever touches the work in a pause goes on with it", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.run().pause(unit.seconds());
    unit.observe(60);
    CHECK_FALSE(unit.run().resume_for_work(unit.seconds())); // nothing was touched
    CHECK(unit.run().is_paused());
    unit.set("A", {0, 0, 0});
    CHECK(unit.run().resume_for_work(unit.seconds()));
    unit.observe(0.1);
    unit.observe(1);
    CHECK(unit.reported() == Reported{"a passed"});
    CHECK(unit.run().active_seconds() == Approx(1.1));
    CHECK_FALSE(unit.run().resume_for_work(unit.seconds())); // it runs
}

TEST_CASE("time held before a pause counts, the pause does not", "[session]")
{
    WorkedUnit unit(
        {{"hold", R"({"duration":{"of":)" + near_seat("A") + R"(,"min":3,"unit":"s"}})"}});
    unit.move("A", {0, 0, 0});
    unit.observe(2);
    unit.run().pause(unit.seconds());
    CHECK_FALSE(unit.run().due_seconds());
    unit.observe(60);
    unit.run().resume(unit.seconds());
    REQUIRE(unit.run().due_seconds());
    CHECK(*unit.run().due_seconds() == Approx(unit.seconds() + 0.5)); // 2.5 s will have been held
    unit.observe(0.9);
    CHECK(unit.reported().empty());
    CHECK(*unit.run().due_seconds() == Approx(unit.seconds() + 0.1));
    unit.observe(0.2);
    CHECK(unit.reported() == Reported{"hold passed"});
}

TEST_CASE("what the program moves is no deed of the learner", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"order", first_a_then_b}});
    unit.run().set_object(object("A", {0, 0, 0}));
    unit.run().set_object(object("B", {7, 0, 0}));
    unit.run().rebase(unit.seconds());
    unit.observe(5);
    CHECK(unit.reported().empty());
    CHECK(unit.run().activity().changes == 0);
    CHECK_FALSE(unit.run().progress("order").begun);
}

TEST_CASE("a deleted object leaves what names it unmet until it is back", "[session]")
{
    WorkedUnit unit({{"away", R"({"not":)" + near_seat("A") + "}"}});
    unit.run().remove_object("A");
    unit.observe(1);
    CHECK_FALSE(unit.run().holds("away"));
    CHECK(unit.run().evaluate("away").evidence["children"][0]["problem"] == "object missing");
    unit.undo("A", {1, 0, 0});
    CHECK(unit.run().holds("away"));
    CHECK(unit.reported().empty());
}

TEST_CASE("another object under the same name does the work of nobody", "[session]")
{
    const auto with_uuid = [](const char *uuid, const Vec3 &at) {
        scene::ObjectState made = object("A", at);
        made.uuid = uuid;
        return made;
    };
    SessionRun run({{"a", scene::test::compiled(near_seat("A"))}});
    run.set_object(object("Seat"));
    run.set_object(with_uuid("first", {1, 0, 0}));
    run.start(0);
    run.set_object(with_uuid("second", {0, 0, 0}));
    run.observe(1);
    run.observe(5);
    CHECK_FALSE(run.holds("a"));
    CHECK(run.take_outcomes().empty());
}

TEST_CASE("a mode is work only for a condition that asks for it", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"edit", R"({"mode":{"is":"EDIT_MESH"}})"}});
    unit.run().set_mode_and_tool("EDIT_MESH", "builtin.select_box");
    unit.observe(0.1);
    CHECK(unit.run().progress("edit").running);
    CHECK_FALSE(unit.run().progress("a").begun);
    unit.observe(1);
    CHECK(unit.reported() == Reported{"edit passed"});
    CHECK(unit.run().needs(scene::Beside::mode));
}

TEST_CASE("a selection is work only for a condition that asks for it", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"pick", R"({"selected":{"object":"A"}})"}});
    unit.run().set_selection({{"A"}, "A"});
    unit.observe(0.1);
    CHECK(unit.run().progress("pick").running);
    CHECK_FALSE(unit.run().progress("a").begun);
    unit.observe(1);
    CHECK(unit.reported() == Reported{"pick passed"});
    CHECK(unit.run().needs(scene::Beside::selection));
    CHECK_FALSE(unit.run().needs(scene::Beside::mode));
}

TEST_CASE("only the learner's turns of the view count, and not those of a pause", "[session]")
{
    const std::string turn = R"({"view_turned":{"min":60,"unit":"deg"}})";
    WorkedUnit unit({{"turn", turn}});
    const auto look_left = [&](double degrees) {
        const double angle = scene::test::rad(degrees);
        unit.run().set_view(scene::ViewState{.eye = {},
                                             .forward = {-std::sin(angle), std::cos(angle), 0},
                                             .up = {0, 0, 1},
                                             .vertical_fov_rad = 1,
                                             .source = "viewport",
                                             .pivot_distance_m = 5});
    };
    const auto turned = [&] { return unit.run().evaluate("turn").evidence["measured"]; };
    look_left(0);
    unit.observe(0.1);
    look_left(40);
    unit.observe(0.1);
    CHECK(turned().get<double>() == Approx(40));

    look_left(90); // the program frames something
    unit.by_program("B", {7, 0, 0});
    CHECK(turned().get<double>() == Approx(40));
    unit.run().pause(unit.seconds());
    look_left(180);
    unit.observe(1);
    unit.run().resume(unit.seconds());
    CHECK(turned().get<double>() == Approx(40));

    look_left(200);
    unit.observe(0.1);
    CHECK(turned().get<double>() == Approx(60));
    unit.observe(1);
    CHECK(unit.reported() == Reported{"turn passed"});
}
