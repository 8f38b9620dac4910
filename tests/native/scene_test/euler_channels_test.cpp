#include "fixture.hpp"

#include "scene/euler_channels.hpp"

#include <string>

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// One bolt under a parent that leans, whose z channel is set to these values, one after the other.
std::vector<Snapshot> typed(const std::vector<double> &degrees, const Quat &lean = {})
{
    std::vector<Snapshot> scenes;
    for (const double angle : degrees) {
        ObjectState bolt = object("Bolt", {}, lean * about({0, 0, 1}, rad(angle)));
        bolt.channels = euler_channels("XYZ", {0, 0, rad(angle)});
        scenes.push_back(scene_of({bolt}, static_cast<double>(scenes.size())));
    }
    return scenes;
}

const std::string about_z = R"({"turned":{"object":"Bolt","axis":"z","min":0,"unit":"deg"}})";

double turned(const std::vector<Snapshot> &scenes)
{
    return judged(about_z, scenes).evidence["measured"].get<double>();
}

} // namespace

TEST_CASE("Euler angles of each order give Blender's rotation", "[scene][geometry]")
{
    // mathutils.Euler((0.3, -0.7, 1.1), order).to_quaternion() of Blender 4.4.0.
    struct Known {
        std::string_view order;
        Quat rotation;
    };
    const auto known = GENERATE(Known{"XYZ", {0.7650622, 0.2968915, -0.2156724, 0.5291698}},
                                Known{"XZY", {0.8186293, -0.0575400, -0.2156724, 0.5291698}},
                                Known{"YXZ", {0.8186293, 0.2968915, -0.2156724, 0.4417997}},
                                Known{"YZX", {0.7650622, 0.2968915, -0.3624201, 0.4417997}},
                                Known{"ZXY", {0.7650622, -0.0575400, -0.3624201, 0.5291698}},
                                Known{"ZYX", {0.8186293, -0.0575400, -0.3624201, 0.4417997}});
    const auto channels = euler_channels(known.order, {0.3, -0.7, 1.1});
    CAPTURE(known.order);

    REQUIRE(channels);
    CHECK(angle_between(rotation_of(*channels), known.rotation) == Approx(0).margin(1e-6));
}

TEST_CASE("a rotation mode without Euler angles has no channels", "[scene][geometry]")
{
    CHECK_FALSE(euler_channels("QUATERNION", {}));
    CHECK_FALSE(euler_channels("AXIS_ANGLE", {}));
    CHECK_FALSE(euler_channels("", {}));
}

TEST_CASE("a turn typed into a channel is read as it was typed", "[scene][turned]")
{
    const Quat lean = GENERATE(Quat{}, about({0, 1, 0}, 1.2), about({1, 0, 0}, 3.0));

    CHECK(turned(typed({0, 270}, lean)) == Approx(270));
    CHECK(turned(typed({0, -270}, lean)) == Approx(-270));
    CHECK(turned(typed({0, 360}, lean)) == Approx(360));
    CHECK(turned(typed({0, 180}, lean)) == Approx(180));
    CHECK(turned(typed({0, -180}, lean)) == Approx(-180));
    CHECK(turned(typed({90, 3690, 3700}, lean)) == Approx(3610));
}

TEST_CASE("clearing a rotation takes back all that was turned", "[scene][turned]")
{
    CHECK(turned(typed({0, 100, 200, 270, 0})) == Approx(0).margin(1e-9));
}

TEST_CASE("a turn that is measured again for another reason is counted once", "[scene][turned]")
{
    const auto scenes = typed({0, 270});
    Tracker tracker(compiled(about_z), scenes[0]);
    tracker.observe(scenes[1]);
    tracker.set_tolerance_factor(0.5);
    tracker.observe(scenes[1]);

    CHECK(tracker.evaluate().evidence["measured"].get<double>() == Approx(270));
}

TEST_CASE("Undo of a typed turn brings back what had been turned", "[scene][turned][undo]")
{
    const auto scenes = typed({0, 100, 370, 10});
    Tracker tracker(compiled(about_z), scenes[0]);
    tracker.observe(scenes[1]);
    tracker.observe(scenes[2]);
    tracker.observe_undone(scenes[1]);
    CHECK(tracker.evaluate().evidence["measured"].get<double>() == Approx(100));
    tracker.observe_undone(scenes[2]);
    CHECK(tracker.evaluate().evidence["measured"].get<double>() == Approx(370));
    tracker.observe(scenes[3]);
    CHECK(tracker.evaluate().evidence["measured"].get<double>() == Approx(10));
}

TEST_CASE("channels that do not say where the object is do not say how it got there",
          "[scene][turned]")
{
    // A constraint holds the bolt: what is typed turns nothing.
    auto scenes = typed({0, 0});
    scenes[1].objects[0].channels = euler_channels("XYZ", {0, 0, rad(270)});
    CHECK(judged(R"({"turned":{"object":"Bolt","axis":"z","max":1,"unit":"deg"}})", scenes)
              .evidence["measured"]
              .get<double>() == Approx(0).margin(1e-9));

    // Another order of the same rotation.
    scenes[1].objects[0].channels = euler_channels("ZYX", {rad(180), rad(180), rad(180)});
    CHECK(turned(scenes) == Approx(0).margin(1e-9));
}

TEST_CASE("so many turns at once that no hand means them are read the shorter way",
          "[scene][turned]")
{
    CHECK(turned(typed({0, 360.0 * 100000 + 90})) == Approx(90));
}
