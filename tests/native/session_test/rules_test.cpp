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

TEST_CASE("what only a rule asks for is looked at as well: the view, the mode, the tool",
          "[session][rules]")
{
    const std::string in_view = R"({"in_view":{"object":"A"}})";
    WorkedUnit by_object({{"a", near_seat("A")}}, {{"b stays", b_stays}});
    CHECK_FALSE(by_object.run().needs(scene::Beside::view));
    CHECK_FALSE(by_object.run().needs(scene::Beside::mode));
    WorkedUnit by_view({{"a", near_seat("A")}}, {{"a seen", in_view}});
    CHECK(by_view.run().needs(scene::Beside::view));
    WorkedUnit by_mode({{"a", near_seat("A")}},
                       {{"no edit", R"({"not":{"mode":{"is":"EDIT_MESH"}}})"}});
    CHECK(by_mode.run().needs(scene::Beside::mode));
}

TEST_CASE("a rule that time alone breaks says when to look", "[session][rules]")
{
    const std::string not_long =
        R"({"not":{"duration":{"of":)" + near_seat("B") + R"(,"min":5,"unit":"s"}}})";
    WorkedUnit unit({{"a", near_seat("A")}}, {{"b not long", not_long}});
    CHECK_FALSE(unit.run().due_seconds());
    unit.move("B", {0, 0, 0});
    unit.observe(4.8);
    REQUIRE(unit.run().due_seconds());
    CHECK(*unit.run().due_seconds() == Approx(unit.seconds() + 0.2));
    unit.observe(0.21);
    CHECK(unit.reported() == Reported{"b not long broken"});
}

TEST_CASE("a narrower tolerance narrows rules, and breaks none by itself", "[session][rules]")
{
    const std::string near = R"({"distance":{"object":"B","to":"Seat","max":3,"unit":"m"}})";
    WorkedUnit unit({{"a", near_seat("A")}}, {{"b near", near}});
    unit.run().set_tolerance_factor(0.5); // B stands 2 m away, where 1.5 m are left
    unit.move("B", {2.1, 0, 0});
    CHECK(unit.reported().empty());
    unit.move("B", {1, 0, 0});
    unit.move("B", {2, 0, 0});
    CHECK(unit.reported() == Reported{"b near broken"});
}

TEST_CASE("what is done right after the tolerance changed breaks a rule", "[session][rules]")
{
    const std::string near = R"({"distance":{"object":"B","to":"Seat","max":3,"unit":"m"}})";
    WorkedUnit unit({{"a", near_seat("A")}}, {{"b near", near}});
    unit.move("B", {1, 0, 0});
    unit.run().set_tolerance_factor(0.5);
    unit.move("B", {2, 0, 0});
    CHECK(unit.reported() == Reported{"b near broken"});
}

TEST_CASE("a rule that is named twice is a mistake of the program", "[session][rules]")
{
    const scene::Condition condition = scene::test::compiled(b_stays);
    CHECK_THROWS_AS(SessionRun({}, {{"same", condition}, {"same", condition}}), Failure);
}
