#include "fixture.hpp"

#include "scene/modifier_label.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

using Said = std::vector<std::string>;

Snapshot cup_with(ModifierList modifiers, double seconds = 0)
{
    auto cup = object("Cup");
    cup.modifiers = std::move(modifiers);
    return scene_of({cup}, seconds);
}

/// has_modifier of the cup with these further members.
std::string asked(const std::string &members)
{
    return R"({"has_modifier":{"object":"Cup",)" + members + "}}";
}

const std::string subsurf = asked(R"("type":"SUBSURF")");
const Modifier smooth{"SUBSURF", "Smooth", true};
const Modifier bevel{"BEVEL", "Bevel", false};

} // namespace

TEST_CASE("has_modifier looks through the whole stack for the type", "[scene][modifier]")
{
    CHECK(judged(subsurf, cup_with({bevel, smooth})).passed);
    CHECK_FALSE(judged(subsurf, cup_with({bevel})).passed);
    CHECK_FALSE(judged(subsurf, cup_with({})).passed);
    CHECK(judged(asked(R"("type":"Subsurf")"), cup_with({smooth})).passed);
}

TEST_CASE("has_modifier with a name asks for that one", "[scene][modifier]")
{
    CHECK(judged(asked(R"("type":"SUBSURF","name":"Smooth")"), cup_with({smooth})).passed);
    CHECK_FALSE(judged(asked(R"("type":"SUBSURF","name":"smooth")"), cup_with({smooth})).passed);
    CHECK_FALSE(judged(asked(R"("type":"SUBSURF","name":"Bevel")"), cup_with({bevel})).passed);
}

TEST_CASE("has_modifier with shown asks whether it is on in the viewport", "[scene][modifier]")
{
    CHECK(judged(asked(R"("type":"BEVEL","shown":false)"), cup_with({bevel})).passed);
    CHECK_FALSE(judged(asked(R"("type":"BEVEL","shown":true)"), cup_with({bevel})).passed);
    // Of two one may be off.
    const Modifier wide{"BEVEL", "Wide", true};
    CHECK(judged(asked(R"("type":"BEVEL","shown":true)"), cup_with({bevel, wide})).passed);
}

TEST_CASE("what a modifier lacks is said with the names of Blender's menu", "[scene][modifier]")
{
    const auto said = [](const std::string &condition, const Snapshot &scene) {
        return english(judged(condition, scene).unmet);
    };

    CHECK(said(subsurf, cup_with({})) ==
          Said{"Cup has no modifier; it needs the modifier Subdivision Surface."});
    CHECK(said(subsurf, cup_with({bevel})) ==
          Said{"Cup has only Bevel; it needs the modifier Subdivision Surface."});
    CHECK(said(asked(R"("type":"SUBSURF","name":"Fine")"), cup_with({smooth})) ==
          Said{"Cup has only Smooth; it needs the modifier Subdivision Surface with the name "
               "“Fine”."});
    CHECK(said(asked(R"("type":"BEVEL","shown":true)"), cup_with({bevel})) ==
          Said{"The modifier Bevel of Cup is off in the viewport; switch it on."});
    CHECK(said(asked(R"("type":"SUBSURF","shown":false)"), cup_with({smooth})) ==
          Said{"The modifier Smooth of Cup is on in the viewport; switch it off."});
    CHECK(said(R"({"not":)" + subsurf + "}", cup_with({smooth})) ==
          Said{"Cup has the modifier Smooth; this must not be so."});
}

TEST_CASE("evidence holds the whole stack", "[scene][modifier]")
{
    const Json measured = judged(subsurf, cup_with({bevel, smooth})).evidence["measured"];

    CHECK(measured == Json::array({{{"type", "BEVEL"}, {"name", "Bevel"}, {"shown", false}},
                                   {{"type", "SUBSURF"}, {"name", "Smooth"}, {"shown", true}}}));
}

TEST_CASE("adding or switching a modifier is a change of its object", "[scene][modifier]")
{
    Tracker tracker(compiled(subsurf), cup_with({}));
    tracker.observe(cup_with({smooth}, 1));
    CHECK(tracker.standing().changed == Said{"Cup"});
    const auto state = tracker.standing().state;

    tracker.observe(cup_with({{"SUBSURF", "Smooth", false}}, 2));
    CHECK(tracker.standing().changed == Said{"Cup"});
    CHECK(tracker.standing().state != state);
    tracker.observe(cup_with({smooth}, 3));
    CHECK(tracker.standing().state == state);
}

TEST_CASE("the label of a type is what Blender's menu says", "[scene][modifier]")
{
    // Source: Add Modifier menu of Blender 4.3.
    CHECK(modifier_label("SUBSURF") == "Subdivision Surface");
    CHECK(modifier_label("BEVEL") == "Bevel");
    CHECK(modifier_label("EDGE_SPLIT") == "Edge Split");
    CHECK(modifier_label("WEIGHTED_NORMAL") == "Weighted Normal");
    CHECK(modifier_label("NODES") == "Geometry Nodes");
}
