#include "worked_unit.hpp"

// What must be so all through a run.

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

namespace {

const std::string b_stays = R"({"not":{"moved":{"object":"B","min":100,"unit":"mm"}}})";

} // namespace

TEST_CASE("a rule that is broken is reported at the moment it happens, with the measured value",
          "[session][rules]")
{
    WorkedUnit unit({{"a", near_seat("A")}}, {{"b stays", b_stays}});
    unit.move("B", {2.05, 0, 0});
    CHECK(unit.reported().empty());
    unit.move("B", {2.5, 0, 0});
    const auto outcomes = unit.run().take_outcomes();
    REQUIRE(outcomes.size() == 1);
    const auto &broken = std::get<RuleBroken>(outcomes.front());
    CHECK(broken.rule_id == "b stays");
    CHECK(broken.seconds == Approx(0.2));
    CHECK(english(broken.sentences) == Reported{"B has moved 500 mm; this must not be so."});
}

TEST_CASE("a broken rule is reported once until it was kept again", "[session][rules]")
{
    WorkedUnit unit({{"a", near_seat("A")}}, {{"b stays", b_stays}});
    unit.move("B", {2.5, 0, 0});
    unit.move("B", {2.6, 0, 0});
    unit.move("C", {4, 0, 0});
    CHECK(unit.reported() == Reported{"b stays broken"});
    unit.move("B", {2, 0, 0});
    unit.move("B", {2.5, 0, 0});
    CHECK(unit.reported() == Reported{"b stays broken"});
}

TEST_CASE("what contradicts a rule from the start, by the program or after an undo is no deed",
          "[session][rules]")
{
    const std::string far = R"({"distance":{"object":"A","to":"Seat","min":2,"unit":"m"}})";
    WorkedUnit unit({{"c", near_seat("C")}}, {{"a far", far}, {"b stays", b_stays}});
    unit.move("A", {1.2, 0, 0});
    unit.undo("B", {3, 0, 0});
    unit.undo("B", {2, 0, 0});
    unit.set("A", {3, 0, 0});
    unit.run().rebase(unit.seconds());
    unit.set("A", {1, 0, 0});
    unit.run().rebase(unit.seconds());
    CHECK(unit.reported().empty());
    unit.move("A", {3, 0, 0});
    unit.move("A", {1, 0, 0});
    CHECK(unit.reported() == Reported{"a far broken"});
}

TEST_CASE("an object that is missing breaks no rule, and a broken rule ends no try",
          "[session][rules]")
{
    WorkedUnit unit({{"a", near_seat("A")}}, {{"b stays", b_stays}});
    unit.run().remove_object("B");
    unit.observe(1);
    CHECK(unit.reported().empty());
    unit.move("A", {0, 0, 0});
    unit.move("B", {5, 0, 0});
    unit.observe(1);
    CHECK(unit.reported() == Reported{"b stays broken", "a passed"});
}
