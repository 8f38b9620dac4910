#include "fixture.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

std::vector<NodeReport> reports(std::string_view json, const Snapshot &now)
{
    SceneState scene;
    ConditionMonitor monitor(compiled(json), scene);
    feed(scene, now);
    scene.observe();
    monitor.observe(scene, now.time_seconds, ChangeCause::learner);
    return monitor.node_reports();
}

constexpr std::string_view cup_in_place =
    R"({"all": [{"distance": {"object": "Cup", "to": "Saucer", "max": 10, "unit": "mm"}},
                {"not": {"visible": {"object": "Lid"}}}, {"visible": {"object": "Spoon"}}]})";

} // namespace

TEST_CASE("each node of a condition says how it stands, in the order of the JSON", "[scene]")
{
    ObjectState lid = object("Lid");
    lid.visible = false;
    const auto found =
        reports(cup_in_place, scene_of({object("Cup", {0.45, 0, 0}), object("Saucer"), lid}));

    REQUIRE(found.size() == 5);
    CHECK(found[0].truth == Truth::no);
    CHECK(found[0].sentence.text() == "1 of 3 conditions hold.");
    CHECK(found[1].truth == Truth::no);
    CHECK(found[1].sentence.text() == "Cup is 450 mm from Saucer; at most 10 mm is allowed.");
    CHECK(found[2].truth == Truth::yes);
    CHECK(found[3].truth == Truth::no); // the lid is hidden
    CHECK(found[4].truth == Truth::unknown);
    CHECK(found[4].sentence.text() == "Spoon is not in the scene.");
}

TEST_CASE("a node that holds says what was measured and asks for nothing", "[scene]")
{
    const auto found =
        reports(R"({"distance": {"object": "Cup", "to": "Saucer", "max": 10, "unit": "mm"}})",
                scene_of({object("Cup", {0.004, 0, 0}), object("Saucer")}));

    REQUIRE(found.size() == 1);
    CHECK(found[0].truth == Truth::yes);
    CHECK(found[0].sentence.text() == "Cup is 4 mm from Saucer.");
}

TEST_CASE("a node above what cannot be measured says how many of its parts hold", "[scene]")
{
    const auto found = reports(R"({"not": {"near": {"object": "Cup", "to": "Lid", "max": 1,
                                            "unit": "mm"}}})",
                               scene_of({object("Cup")}));

    REQUIRE(found.size() == 2);
    CHECK(found[0].truth == Truth::unknown);
    CHECK(found[0].sentence.text() == "0 of 1 conditions hold.");
    CHECK(found[1].sentence.text() == "Lid is not in the scene.");
}
