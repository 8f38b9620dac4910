#include "worked_unit.hpp"

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

namespace {

/// A at its seat within a minute of the start.
const std::string in_a_minute =
    R"({"within":{"of":)" + near_seat("A") + R"(,"max":60,"unit":"s"}})";

WorkedUnit seated_in_time() { return WorkedUnit({{"a", in_a_minute}}); }

} // namespace

TEST_CASE("what is done in time passes, and stays right when the time is over", "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.observe(59);
    unit.move("A", {0, 0, 0}); // after 59.1 s
    unit.observe(0.6);
    CHECK(unit.reported() == Reported{"a passed"});

    unit.observe(100);
    CHECK(unit.run().holds("a"));
    CHECK_FALSE(unit.run().is_lost("a"));
}

TEST_CASE("what comes exactly at the limit is in time", "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.set("A", {0, 0, 0});
    unit.observe(60);
    CHECK(unit.run().holds("a"));
}

TEST_CASE("what comes later is said with its time, and can never hold", "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.set("A", {0, 0, 0});
    unit.observe(75);

    CHECK_FALSE(unit.run().holds("a"));
    CHECK(unit.run().is_lost("a"));
    CHECK(english(unit.run().reasons("a")) == Reported{"This took 75 s; at most 60 s is allowed."});
    unit.observe(10);
    CHECK(unit.reported().empty());
    CHECK(unit.run().submit(unit.seconds()).empty());
    CHECK(unit.reported() == Reported{"a failed"});
}

TEST_CASE("while there is time the task is said, and then that the time is over",
          "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.observe(60);
    CHECK(english(unit.run().reasons("a")) ==
          Reported{"A is 1000 mm from Seat; at most 10 mm is allowed."});
    CHECK_FALSE(unit.run().is_lost("a"));

    unit.observe(0.01);
    CHECK(english(unit.run().reasons("a")) == Reported{"The time for this is over; it was 60 s."});
    CHECK(unit.run().is_lost("a"));
}

TEST_CASE("the run says when the time is over, and has nothing to wait for afterwards",
          "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.observe(1);
    REQUIRE(unit.run().due_seconds());
    const double due = *unit.run().due_seconds();
    CHECK(due == Approx(100 + 60).margin(0.01)); // the caller's clock began at 100

    unit.observe(due - unit.seconds());
    CHECK(unit.run().is_lost("a"));
    CHECK_FALSE(unit.run().due_seconds());
}

TEST_CASE("a pause takes no time", "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.observe(50);
    unit.run().pause(unit.seconds());
    CHECK_FALSE(unit.run().due_seconds());
    unit.observe(100);
    unit.run().resume(unit.seconds());
    unit.move("A", {0, 0, 0}); // after 50.1 s of work

    CHECK(unit.run().holds("a"));
}

TEST_CASE("a part that is dragged across its place in time and put there late came late",
          "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.move("A", {0, 0, 0});
    unit.move("A", {-1, 0, 0});
    unit.observe(70);
    unit.move("A", {0, 0, 0}); // after 70.3 s
    CHECK_FALSE(unit.run().holds("a"));
    CHECK(english(unit.run().reasons("a")) ==
          Reported{"This took 70.3 s; at most 60 s is allowed."});
}

TEST_CASE("what was done in time and disturbed later is only to be put right", "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.move("A", {0, 0, 0});
    unit.observe(30);
    unit.move("A", {0.5, 0, 0});
    unit.observe(60);
    CHECK_FALSE(unit.run().holds("a"));
    CHECK_FALSE(unit.run().is_lost("a"));
    CHECK(english(unit.run().reasons("a")) ==
          Reported{"A is 500 mm from Seat; at most 10 mm is allowed."});

    unit.move("A", {0, 0, 0});
    CHECK(unit.run().holds("a"));
}

TEST_CASE("what nobody touched is not passed, however long it held", "[session][within]")
{
    const std::string shown = R"({"within":{"of":{"visible":{"object":"A"}},"max":5,"unit":"s"}})";
    WorkedUnit unit({{"a", shown}});
    unit.observe(10);
    CHECK(unit.run().holds("a"));
    CHECK(unit.reported().empty());
    CHECK(unit.run().submit(unit.seconds()) == Reported{"a"});
}

TEST_CASE("a time that is over is no slip of an order beside it", "[session][within]")
{
    const std::string steps = R"({"order":{"steps":[{"id":"b","when":)" + near_seat("B") + "}]}}";
    WorkedUnit unit({{"a", R"({"all":[)" + steps + "," + in_a_minute + "]}"}});
    unit.observe(61);
    CHECK(unit.run().is_lost("a"));
    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().progress("a").slipped);
}

TEST_CASE("another way than the one whose time is over still counts", "[session][within]")
{
    WorkedUnit unit({{"a", R"({"any":[)" + in_a_minute + "," + near_seat("B") + "]}"}});
    unit.observe(61);
    CHECK_FALSE(unit.run().is_lost("a"));
    unit.move("B", {0, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"a passed"});
}

TEST_CASE("the author's sentence for the time is said once the time is over, not before",
          "[session][within]")
{
    const std::string said =
        in_a_minute.substr(0, in_a_minute.size() - 1) + R"(,"feedback":"Be quicker next time."})";
    WorkedUnit unit({{"a", said}});
    unit.observe(1);
    CHECK(english(unit.run().reasons("a")) ==
          Reported{"A is 1000 mm from Seat; at most 10 mm is allowed."});
    unit.observe(60);
    CHECK(english(unit.run().reasons("a")) == Reported{"Be quicker next time."});
}

TEST_CASE("a part that is gone is not in time, and is named", "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.run().remove_object("A");
    unit.observe(1);
    CHECK_FALSE(unit.run().holds("a"));
    CHECK(english(unit.run().reasons("a")) == Reported{"A is not in the scene."});
}

TEST_CASE("less margin leaves the time as it is", "[session][within]")
{
    WorkedUnit unit = seated_in_time();
    unit.run().set_tolerance_factor(0.5);
    unit.set("A", {0, 0, 0});
    unit.observe(59);
    CHECK(unit.run().holds("a"));
}
