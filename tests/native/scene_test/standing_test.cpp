#include "fixture.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

const std::string near = R"({"distance":{"object":"Cup","to":"Saucer","max":10,"unit":"mm"}})";

Snapshot table(const Vec3 &cup, const Vec3 &spoon = {5, 0, 0})
{
    return scene_of({object("Cup", cup), object("Saucer"), object("Spoon", spoon)});
}

Snapshot seen_from(const Vec3 &forward)
{
    auto scene = scene_of({object("Plate", {0, 4, 0})});
    scene.view = ViewState{.eye = {},
                           .forward = forward,
                           .up = {0, 0, 1},
                           .vertical_fov_rad = pi / 2,
                           .source = "viewport"};
    return scene;
}

} // namespace

TEST_CASE("what a condition names and what changed of it is known", "[scene][standing]")
{
    Tracker tracker(compiled(near), table({1, 0, 0}));
    CHECK(tracker.standing().changed.empty());

    tracker.observe(table({0, 0, 0}));
    CHECK(tracker.standing().changed == std::vector<std::string>{"Cup"});
    CHECK(tracker.standing().holds);

    tracker.observe(table({0, 0, 0}, {9, 9, 9}));
    CHECK(tracker.standing().changed.empty());
}

TEST_CASE("trembling below what can be measured is no change", "[scene][standing]")
{
    Tracker tracker(compiled(near), table({1, 0, 0}));
    for (int i = 0; i < 100; ++i) {
        tracker.observe(table({1 + (i % 2) * 5e-7, 0, 0}));
        CHECK(tracker.standing().changed.empty());
    }
    const auto state = tracker.standing().state;
    tracker.observe(table({1.00001, 0, 0}));
    CHECK_FALSE(tracker.standing().changed.empty());
    CHECK(tracker.standing().state != state);
}

TEST_CASE("a slow drift adds up to a change", "[scene][standing]")
{
    Tracker tracker(compiled(near), table({1, 0, 0}));
    int changes = 0;
    for (int i = 1; i <= 100; ++i) {
        tracker.observe(table({1 + i * 5e-7, 0, 0}));
        changes += tracker.standing().changed.empty() ? 0 : 1;
    }
    CHECK(changes > 20);
}

TEST_CASE("visibility, material, parent, property and size are changes too", "[scene][standing]")
{
    const auto change = GENERATE(0, 1, 2, 3, 4, 5);
    Tracker tracker(compiled(near), table({1, 0, 0}));
    const auto state = tracker.standing().state;
    auto now = table({1, 0, 0});
    ObjectState &cup = now.objects[0];
    if (change == 0) cup.visible = false;
    if (change == 1) cup.materials = {"Clay"};
    if (change == 2) cup.parent = "Saucer";
    if (change == 3) cup.properties["full"] = true;
    if (change == 4) cup.region_half_size = {1, 1, 1};
    if (change == 5) now.objects.erase(now.objects.begin());

    tracker.observe(now);

    CHECK(tracker.standing().changed == std::vector<std::string>{"Cup"});
    CHECK(tracker.standing().state != state);
    tracker.observe(table({1, 0, 0}));
    CHECK(tracker.standing().changed == std::vector<std::string>{"Cup"});
    CHECK(tracker.standing().state == state);
}

TEST_CASE("a view is entered when what it asks for begins to hold", "[scene][standing]")
{
    Tracker tracker(compiled(R"({"in_view":{"object":"Plate"}})"), seen_from({1, 0, 0}));
    CHECK_FALSE(tracker.standing().entered);
    tracker.observe(seen_from({1, 0.2, 0}));
    CHECK_FALSE(tracker.standing().entered);
    tracker.observe(seen_from({0, 1, 0}));
    CHECK(tracker.standing().entered);
    CHECK(tracker.standing().changed.empty());
    tracker.observe(seen_from({0.1, 1, 0}));
    CHECK_FALSE(tracker.standing().entered);
}

TEST_CASE("a view that holds from the start was not entered", "[scene][standing]")
{
    Tracker tracker(compiled(R"({"in_view":{"object":"Plate"}})"), seen_from({0, 1, 0}));
    CHECK_FALSE(tracker.standing().entered);
}

TEST_CASE("a mode that is asked for is entered", "[scene][standing]")
{
    auto scene = table({1, 0, 0});
    Tracker tracker(compiled(R"({"mode":{"is":"EDIT_MESH"}})"), scene);
    scene.mode = "EDIT_MESH";
    tracker.observe(scene);
    CHECK(tracker.standing().entered);
}

TEST_CASE("a violated order breaks what needs it, and not what has another way",
          "[scene][standing]")
{
    const std::string order = R"({"order":{"steps":[
        {"id":"a","when":{"moved":{"object":"Saucer","min":1,"unit":"m"}}},
        {"id":"b","when":{"moved":{"object":"Cup","min":1,"unit":"m"}}}]}})";
    const std::string other = R"({"visible":{"object":"Spoon"}})";
    const auto broken = [&](const std::string &json) {
        Tracker tracker(compiled(json), table({1, 0, 0}));
        tracker.observe(table({3, 0, 0}));
        return tracker.standing().broken;
    };

    CHECK(broken(order));
    CHECK(broken(R"({"all":[)" + other + "," + order + "]}"));
    CHECK_FALSE(broken(R"({"any":[)" + other + "," + order + "]}"));
    CHECK(broken(R"({"any":[)" + order + "]}"));
    CHECK_FALSE(broken(R"({"not":)" + order + "}"));
    CHECK(broken(R"({"count":{"min":2,"of":[)" + other + "," + order + "]}}"));
    CHECK_FALSE(broken(R"({"count":{"min":1,"of":[)" + other + "," + order + "]}}"));
    CHECK_FALSE(broken(other));
}

TEST_CASE("turning the view is looking where a condition asks for nothing but views",
          "[scene][standing]")
{
    const std::string plate = R"({"in_view":{"object":"Plate"}})";
    const auto looks = [](const std::string &json, const Vec3 &forward) {
        Tracker tracker(compiled(json), seen_from({1, 0, 0}));
        CHECK_FALSE(tracker.standing().looked);
        tracker.observe(seen_from(forward));
        return tracker.standing().looked;
    };

    CHECK(looks(plate, {1, 0.2, 0}));
    CHECK_FALSE(looks(plate, {1, 0, 0}));
    CHECK(looks(R"({"duration":{"of":)" + plate + R"(,"min":1,"unit":"s"}})", {1, 0.2, 0}));
    Tracker resized(compiled(plate), seen_from({1, 0, 0}));
    Snapshot wider = seen_from({1, 0, 0});
    wider.view->vertical_fov_rad /= 2;
    resized.observe(wider);
    CHECK_FALSE(resized.standing().looked);
    CHECK_FALSE(looks(R"({"all":[)" + plate + R"(,{"visible":{"object":"Plate"}}]})", {1, 0.2, 0}));
}
