#include "worked_unit.hpp"

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

namespace {

/// A to its seat, then B.
const std::string in_order = R"({"order":{"steps":[{"id":"first","when":)" + near_seat("A") +
                             R"(},{"id":"second","when":)" + near_seat("B") + R"(}]}})";

} // namespace

TEST_CASE("what is still in the hand passes nothing, whoever looks and however long", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.run().set_held(true);
    unit.move("A", {0, 0, 0});
    unit.observe(5);
    unit.run().look(unit.seconds());
    unit.move("C", {4, 0, 0});
    CHECK_FALSE(unit.run().due_seconds());
    CHECK(unit.reported().empty());
    CHECK(unit.run().holds("a"));

    unit.run().set_held(false);
    unit.observe(0.1);
    CHECK(unit.reported() == Reported{"a passed"});
}

TEST_CASE("the program ends no try for what is in the hand", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.run().set_held(true);
    unit.move("A", {0, 0, 0});
    unit.observe(5);
    unit.by_program("C", {4, 0, 0});
    CHECK(unit.reported().empty());
}

TEST_CASE("a drag that is cancelled leaves nothing behind, whoever looked meanwhile", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.run().set_held(true);
    unit.move("A", {0, 0, 0});
    unit.run().look(unit.seconds());
    unit.run().set_held(false);
    unit.undo("A", {1, 0, 0});
    unit.observe(5);

    CHECK(unit.reported().empty());
    CHECK_FALSE(unit.run().progress("a").begun);
}

TEST_CASE("who goes on from a slip fails once the next part is let go, and not before", "[session]")
{
    WorkedUnit unit({{"both", in_order}});
    unit.move("B", {0, 0, 0});
    CHECK(unit.reported() == Reported{"both broken"});
    unit.run().set_held(true);
    unit.move("A", {0.5, 0, 0});
    unit.observe(5);
    CHECK(unit.reported().empty());

    SECTION("let go")
    {
        unit.run().set_held(false);
        unit.observe(0.1);
        CHECK(unit.reported() == Reported{"both failed"});
    }
    SECTION("cancelled")
    {
        unit.run().set_held(false);
        unit.undo("A", {1, 0, 0});
        CHECK(unit.reported().empty());
        unit.undo("B", {2, 0, 0});
        CHECK(unit.reported() == Reported{"both corrected"});
    }
}

TEST_CASE("what is in the hand when the unit is left is not passed", "[session]")
{
    WorkedUnit unit({{"a", near_seat("A")}});
    unit.run().set_held(true);
    unit.move("A", {0, 0, 0});
    unit.run().leave(unit.seconds());
    CHECK(unit.reported() == Reported{"a abandoned"});
}
