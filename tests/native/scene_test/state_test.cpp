#include "fixture.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

Snapshot with_property(Property value)
{
    auto bolt = object("Bolt");
    bolt.properties["torque"] = std::move(value);
    return scene_of({bolt});
}

bool holds(const std::string &limits, Property value)
{
    return judged(R"({"property":{"object":"Bolt","name":"torque",)" + limits + "}}",
                  with_property(std::move(value)))
        .passed;
}

} // namespace

TEST_CASE("visible follows the object's visibility", "[scene][visible]")
{
    auto guard = object("Guard");
    const std::string visible = R"({"visible":{"object":"Guard"}})";

    CHECK(judged(visible, scene_of({guard})).passed);
    guard.visible = false;
    CHECK_FALSE(judged(visible, scene_of({guard})).passed);
    CHECK(judged(R"({"not":)" + visible + "}", scene_of({guard})).passed);
}

TEST_CASE("hidden is what is not shown, and says what is still to be done", "[scene][hidden]")
{
    auto guard = object("Guard");
    const std::string hidden = R"({"hidden":{"object":"Guard"}})";

    const auto shown = judged(hidden, scene_of({guard}));
    CHECK_FALSE(shown.passed);
    CHECK(shown.evidence["measured"] == false);
    CHECK(english(shown.unmet) ==
          std::vector<std::string>{"Guard is still visible; it must be hidden."});
    guard.visible = false;
    CHECK(judged(hidden, scene_of({guard})).passed);
    CHECK(english(judged(R"({"not":)" + hidden + "}", scene_of({guard})).unmet) ==
          std::vector<std::string>{"Guard is hidden; this must not be so."});
}

TEST_CASE("an object that is deleted is not hidden", "[scene][hidden]")
{
    auto guard = object("Guard");
    guard.visible = false;
    Tracker tracker(compiled(R"({"hidden":{"object":"Guard"}})"), scene_of({guard}));
    REQUIRE(tracker.evaluate().passed);

    tracker.observe(scene_of({}, 1));

    CHECK_FALSE(tracker.evaluate().passed);
    CHECK(english(tracker.evaluate().unmet) ==
          std::vector<std::string>{"Guard is not in the scene."});
}

TEST_CASE("property compares equal values of every kind", "[scene][property]")
{
    CHECK(holds(R"("equals":"open")", std::string("open")));
    CHECK_FALSE(holds(R"("equals":"open")", std::string("Open")));
    CHECK(holds(R"("equals":3)", std::int64_t{3}));
    CHECK_FALSE(holds(R"("equals":3)", std::int64_t{4}));
    CHECK(holds(R"("equals":9007199254740993)", std::int64_t{9007199254740993}));
    CHECK_FALSE(holds(R"("equals":9007199254740993)", std::int64_t{9007199254740992}));
    CHECK(holds(R"("equals":true)", true));
    CHECK_FALSE(holds(R"("equals":true)", false));
    CHECK(holds(R"("equals":0.1)", static_cast<double>(0.1F))); // as single precision keeps it
    CHECK_FALSE(holds(R"("equals":0.1)", 0.1001));
}

TEST_CASE("property compares numbers and switches by value, and texts only with texts",
          "[scene][property]")
{
    CHECK(holds(R"("equals":3)", 3.0));
    CHECK(holds(R"("equals":3.0)", std::int64_t{3}));
    CHECK(holds(R"("equals":true)", std::int64_t{1}));
    CHECK(holds(R"("equals":0)", false));
    CHECK_FALSE(holds(R"("equals":"3")", std::int64_t{3}));
    CHECK_FALSE(holds(R"("equals":3)", std::string("3")));
}

TEST_CASE("property holds within its limits", "[scene][property]")
{
    CHECK(holds(R"("min":60)", 60.0));
    CHECK_FALSE(holds(R"("min":60)", 59.99));
    CHECK(holds(R"("min":60,"max":70)", std::int64_t{65}));
    CHECK_FALSE(holds(R"("max":70)", std::int64_t{71}));
}

TEST_CASE("property that is missing or no number says so", "[scene][property]")
{
    const std::string torque = R"({"property":{"object":"Bolt","name":"torque","min":1}})";

    CHECK(judged(torque, scene_of({object("Bolt")})).evidence["problem"] == "property missing");
    CHECK(judged(torque, with_property(std::string("much"))).evidence["problem"] ==
          "property is not a number");
    CHECK(judged(R"({"not":)" + torque + "}", scene_of({object("Bolt")})).passed);
}

TEST_CASE("parented names the parent", "[scene][parented]")
{
    auto gasket = object("Gasket");
    gasket.parent = "Flange";
    const auto scene = scene_of({gasket, object("Flange"), object("Pipe")});
    const std::string to_flange = R"({"parented":{"object":"Gasket","to":"Flange"}})";

    CHECK(judged(to_flange, scene).passed);
    CHECK(judged(to_flange, scene).evidence["to"] == "Flange");
    CHECK(judged(to_flange, scene).evidence["measured"] == "Flange");
    CHECK(english(judged(R"({"not":)" + to_flange + "}", scene).unmet) ==
          std::vector<std::string>{"The parent of Gasket is Flange; this must not be so."});
    CHECK(english(judged(R"({"parented":{"object":"Gasket","to":"Pipe"}})", scene).unmet) ==
          std::vector<std::string>{"The parent of Gasket is Flange; it must be Pipe."});
    CHECK_FALSE(judged(to_flange, scene_of({object("Gasket"), object("Flange")})).passed);
}

TEST_CASE("another object that took the parent's name is not the parent", "[scene][parented]")
{
    auto gasket = object("Gasket");
    gasket.parent = "Flange";
    gasket.is_parent_of_lesson = false;
    const auto result = judged(R"({"parented":{"object":"Gasket","to":"Flange"}})",
                               scene_of({gasket, object("Flange")}));

    CHECK_FALSE(result.passed);
    CHECK(english(result.unmet) ==
          std::vector<std::string>{"The parent of Gasket is another object that is called Flange "
                                   "now; it must be Flange."});
}

TEST_CASE("has_material looks through all slots", "[scene][material]")
{
    auto gasket = object("Gasket");
    gasket.materials = {"Graphite", "Steel"};
    const auto scene = scene_of({gasket});

    CHECK(judged(R"({"has_material":{"object":"Gasket","material":"Steel"}})", scene).passed);
    const auto other = judged(R"({"has_material":{"object":"Gasket","material":"Brass"}})", scene);
    CHECK_FALSE(other.passed);
    CHECK(other.evidence["measured"] == mvr::Json::array({"Graphite", "Steel"}));
}

TEST_CASE("mode and tool name what is active", "[scene][mode]")
{
    Snapshot scene = scene_of({});
    scene.mode = "EDIT_MESH";
    scene.active_tool = "builtin.move";

    CHECK(judged(R"({"mode":{"is":"EDIT_MESH"}})", scene).passed);
    CHECK_FALSE(judged(R"({"mode":{"is":"OBJECT"}})", scene).passed);
    CHECK(judged(R"({"tool":{"is":"builtin.move"}})", scene).passed);
    CHECK_FALSE(judged(R"({"tool":{"is":"builtin.rotate"}})", scene).passed);
    CHECK(judged(R"({"tool":{"is":"builtin.rotate"}})", scene).evidence["measured"] ==
          "builtin.move");
}

TEST_CASE("an object that is missing makes no predicate hold, nor its negation", "[scene][missing]")
{
    const auto predicate = GENERATE(
        as<std::string>{}, R"({"distance":{"object":"Gone","to":"Here","max":1,"unit":"m"}})",
        R"({"distance":{"object":"Here","to":"Gone","max":1,"unit":"m"}})",
        R"({"angle":{"object":"Gone","axis":"z","to":[0,0,1],"max":1,"unit":"deg"}})",
        R"({"angle":{"object":"Here","axis":"z","to":"Gone","to_axis":"z","max":1,"unit":"deg"}})",
        R"({"near":{"object":"Gone","to":"Here","max":1,"unit":"m"}})",
        R"({"near":{"object":"Here","to":"Gone","max":1,"unit":"m"}})",
        R"({"stands_on":{"object":"Gone","on":"Here"}})",
        R"({"stands_on":{"object":"Here","on":"Gone"}})",
        R"({"points_towards":{"object":"Gone","axis":"z","to":"Here","max_angle":1,"unit":"deg"}})",
        R"({"points_towards":{"object":"Here","axis":"z","to":"Gone","max_angle":1,"unit":"deg"}})",
        R"({"inside":{"object":"Gone","region":"Here"}})",
        R"({"inside":{"object":"Here","region":"Gone"}})", R"({"visible":{"object":"Gone"}})",
        R"({"hidden":{"object":"Gone"}})", R"({"selected":{"object":"Gone"}})",
        R"({"has_modifier":{"object":"Gone","type":"BEVEL"}})",
        R"({"aligned":{"object":"Gone","axis":"z","to_axis":"z","max_angle":1,"unit":"deg"}})",
        R"({"aligned":{"object":"Here","axis":"z","to":"Gone","to_axis":"z","max_angle":1,"unit":"deg"}})",
        R"({"mesh":{"object":"Gone","min":1}})", R"({"manifold":{"object":"Gone"}})",
        R"({"dimensions":{"object":"Gone","axis":"x","min":1,"unit":"m"}})",
        R"({"in_view":{"object":"Gone"}})",
        R"({"property":{"object":"Gone","name":"a","equals":1}})",
        R"({"parented":{"object":"Gone","to":"Here"}})",
        R"({"parented":{"object":"Here","to":"Gone"}})",
        R"({"has_material":{"object":"Gone","material":"Steel"}})");
    CAPTURE(predicate);
    const auto scene = scene_of({object("Here")});

    const auto plain = judged(predicate, scene);
    const auto negated = judged(R"({"not":)" + predicate + "}", scene);

    CHECK_FALSE(plain.passed);
    CHECK_FALSE(negated.passed);
    CHECK(plain.evidence["problem"] == "object missing");
    CHECK(plain.evidence["missing"] == "Gone");
    CHECK(english(plain.unmet) == std::vector<std::string>{"Gone is not in the scene."});
    CHECK(english(negated.unmet) == english(plain.unmet));
}

TEST_CASE("an object that is deleted later is missing from then on, until it is back",
          "[scene][missing]")
{
    const std::string near = R"({"distance":{"object":"A","to":[0,0,0],"max":1,"unit":"m"}})";
    Tracker tracker(compiled(near), scene_of({object("B"), object("A")}));

    tracker.observe(scene_of({object("B")}, 1));
    CHECK(tracker.evaluate().evidence["problem"] == "object missing");
    tracker.observe(scene_of({object("A"), object("B")}, 2));
    CHECK(tracker.evaluate().passed);
}
