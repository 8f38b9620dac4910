#include "worked_unit.hpp"

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

TEST_CASE("a checkpoint is reached after its dwell, without anybody looking", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"b", near_seat("B")}});
    unit.move("A", {0, 0, 0});
    CHECK(unit.reported().empty());
    REQUIRE(unit.run().due_seconds());
    CHECK(*unit.run().due_seconds() == Approx(unit.seconds() + learning::try_rest_seconds));

    unit.observe(0.6);
    const auto outcomes = unit.run().take_outcomes();
    REQUIRE(outcomes.size() == 1);
    const auto &reached = std::get<TryEnded>(outcomes.front());
    CHECK(reached.checkpoint_id == "a");
    CHECK(reached.finished.own());
    CHECK(reached.finished.cause == learning::TryCause::held);
    CHECK(reached.dwell_seconds == Approx(0.6));
    CHECK_FALSE(unit.run().due_seconds());
    CHECK(unit.run().take_outcomes().empty());
}

TEST_CASE("a part that is dragged across its place has not reached it", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    for (const double x : {0.5, 0.005, -0.5, -1.0})
        unit.move("A", {x, 0, 0});
    unit.observe(5);
    CHECK(unit.reported().empty());
    CHECK(unit.run().progress("a").running);
}

TEST_CASE("on an untouched scene nothing is reached, whatever holds and however long", "[session]")
{
    WorkedUnit unit(
        {{"far", R"({"not":)" + near_seat("A") + "}"},
         {"here", R"({"visible":{"object":"A"}})"},
         {"mode", R"({"mode":{"is":"OBJECT"}})"},
         {"wait", R"({"duration":{"of":{"visible":{"object":"A"}},"min":1,"unit":"s"}})"}});
    for (int i = 0; i < 20; ++i)
        unit.observe(1);
    unit.run().look(unit.seconds());
    CHECK(unit.reported().empty());
    for (const char *id : {"far", "here", "mode", "wait"})
        CHECK_FALSE(unit.run().progress(id).begun);
    CHECK(unit.run().submit(unit.seconds()).size() == 4);
    CHECK(unit.reported().empty());
}

TEST_CASE("only the checkpoints that name what changed are reported as changed", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"b", near_seat("B")}, {"c", near_seat("C")}});
    unit.move("B", {0.5, 0, 0});
    CHECK(unit.run().take_changed() == Reported{"b"});
    CHECK(unit.run().take_changed().empty());
    unit.run().set_object(object("Nobody's", {1, 1, 1}));
    unit.observe(1);
    CHECK(unit.run().take_changed().empty());
    unit.move("Seat", {5, 0, 0});
    CHECK(unit.run().take_changed().size() == 3);
}

TEST_CASE("a duration is reached when its time is over, which the run tells before", "[session]")
{
    WorkedUnit unit(
        {{"hold", R"({"duration":{"of":)" + near_seat("A") + R"(,"min":3,"unit":"s"}})"}});
    unit.move("A", {0, 0, 0});
    REQUIRE(unit.run().due_seconds());
    unit.observe(2.6);
    CHECK(*unit.run().due_seconds() == Approx(unit.seconds() + 0.4));
    CHECK(unit.reported().empty());
    unit.observe(0.41);
    CHECK(unit.reported() == Reported{"hold passed"});
}

TEST_CASE("what is said of a duration stays true until the run asks to be observed again",
          "[session]")
{
    WorkedUnit unit(
        {{"hold", R"({"duration":{"of":)" + near_seat("A") + R"(,"min":3,"unit":"s"}})"}});
    unit.move("A", {0, 0, 0});
    const std::map<double, std::string> said_after{{0.2, "0 s"}, {0.7, "0.5 s"}, {1.9, "1.5 s"}};
    const double begun = unit.seconds();
    for (const auto &[after, text] : said_after) {
        unit.observe(begun + after - unit.seconds());
        CHECK(english(unit.run().reasons("hold")) ==
              Reported{"This has held for " + text + "; at least 3 s is needed."});
        const double due = *unit.run().due_seconds() - begun;
        CHECK(due == Approx(std::floor(after / 0.5) * 0.5 + 0.5));
    }
}

TEST_CASE("a view that flickers through is not reached, one that is kept is", "[session]")
{
    const std::string in_view = R"({"in_view":{"object":"A"}})";
    WorkedUnit unit({{"see", in_view}});
    scene::ViewState view{.eye = {1, -5, 0},
                          .forward = {-1, 0, 0},
                          .up = {0, 0, 1},
                          .vertical_fov_rad = 1,
                          .source = "viewport"};
    const auto look_along = [&](const Vec3 &forward) {
        view.forward = forward;
        unit.run().set_view(view);
        unit.observe(0.1);
    };
    CHECK(unit.run().needs(scene::Beside::view));
    for (const Vec3 &forward : {Vec3{-1, 0, 0}, Vec3{0, 1, 0}, Vec3{1, 0, 0}})
        look_along(forward);
    unit.observe(2);
    CHECK(unit.reported().empty());
    look_along({0, 1, 0});
    unit.observe(0.6);
    CHECK(unit.reported() == Reported{"see passed"});
}

TEST_CASE("submitting ends what was begun and names what was not", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"b", near_seat("B")}, {"c", near_seat("C")}});
    unit.move("A", {0, 0, 0});
    unit.move("B", {1, 0, 0});
    CHECK(unit.run().submit(unit.seconds()) == Reported{"c"});
    CHECK(unit.reported() == Reported{"a passed", "b failed"});
    unit.observe(5);
    CHECK(unit.reported().empty());
}

TEST_CASE("leaving abandons what runs and passes what holds", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}, {"b", near_seat("B")}, {"c", near_seat("C")}});
    unit.move("A", {0, 0, 0});
    unit.move("B", {1, 0, 0});
    unit.run().leave(unit.seconds());
    CHECK(unit.reported() == Reported{"a passed", "b abandoned"});
}

TEST_CASE("any number of runs live beside one another and know nothing of each other", "[session]")
{
    std::vector<WorkedUnit> units;
    units.reserve(100);
    for (int i = 0; i < 100; ++i)
        units.emplace_back(std::map<std::string, std::string>{{"a", near_seat("A")}});
    units[41].move("A", {0, 0, 0});
    for (WorkedUnit &unit : units)
        unit.observe(1);
    for (std::size_t i = 0; i < units.size(); ++i)
        CHECK(units[i].reported() == (i == 41 ? Reported{"a passed"} : Reported{}));
}

TEST_CASE("what is not in a run, or comes before its start, is a programming error", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    CHECK_THROWS_AS(unit.run().progress("b"), Failure);
    CHECK_THROWS_AS(unit.run().evaluate("b"), Failure);
    CHECK_THROWS_AS(unit.run().start(0), Failure);
    SessionRun early({{"a", scene::test::compiled(near_seat("A"))}});
    CHECK_THROWS_AS(early.observe(0), Failure);
    const auto twice = [] {
        const auto condition = scene::test::compiled(near_seat("A"));
        return SessionRun({{"a", condition}, {"a", condition}});
    };
    CHECK_THROWS_AS(twice(), Failure);
}
