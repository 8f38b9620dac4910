#include "worked_unit.hpp"

// Steps of an order that the program brought about.

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

namespace {

/// A, then B, each brought to the seat.
const std::string seat_a_then_b = R"({"order":{"steps":[{"id":"a","when":)" + near_seat("A") +
                                  R"(},{"id":"b","when":)" + near_seat("B") + "}]}}";

} // namespace

TEST_CASE("an order goes on from a step that the program did", "[session]")
{
    WorkedUnit unit({{"order", seat_a_then_b}});
    unit.by_program("A", {0, 0, 0});
    CHECK(unit.run().evaluate("order").evidence["expected_next"] == "b");
    unit.move("B", {0, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"order passed"});
}

TEST_CASE("an order that only the program did is not passed, and nothing of it is missing",
          "[session]")
{
    WorkedUnit unit({{"order", seat_a_then_b}});
    unit.by_program("A", {0, 0, 0});
    unit.by_program("B", {0, 0, 0});
    unit.observe(5);
    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().holds("order"));
    CHECK(english(unit.run().reasons("order")) == Reported{"None of these steps was done yet."});
}

TEST_CASE("a step that the program shows and takes back is due again", "[session]")
{
    WorkedUnit unit({{"order", seat_a_then_b}});
    unit.by_program("A", {0, 0, 0});
    unit.by_program("A", {1, 0, 0});
    CHECK(unit.run().evaluate("order").evidence["expected_next"] == "a");
    unit.move("B", {0, 0, 0});
    CHECK(unit.reported() == Reported{"order broken"});
}

TEST_CASE("a step stays reached that the program takes back after the next one was done",
          "[session]")
{
    WorkedUnit unit({{"order", seat_a_then_b}});
    unit.by_program("A", {0, 0, 0});
    unit.move("B", {0, 0, 0});
    unit.by_program("A", {1, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"order passed"});
}

TEST_CASE("what the program does afterwards forgives no step that came too early", "[session]")
{
    WorkedUnit unit({{"order", seat_a_then_b}});
    unit.move("B", {0, 0, 0});
    unit.by_program("A", {0, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"order broken"});
    CHECK(unit.run().progress("order").slipped);
}

TEST_CASE("a given step that is deleted and brought back by undo was done by nobody", "[session]")
{
    WorkedUnit unit(
        {{"order", R"({"order":{"steps":[{"id":"a","when":)" + near_seat("A") + "}]}}"}});
    unit.by_program("A", {0, 0, 0});
    unit.run().remove_object("A");
    unit.observe(1);
    unit.undo("A", {0, 0, 0});
    unit.observe(1);
    CHECK_FALSE(unit.run().holds("order"));
    unit.move("A", {1, 0, 0});
    unit.move("A", {0, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"order passed"});
}
