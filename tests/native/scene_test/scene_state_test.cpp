#include "fixture.hpp"

#include <limits>

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

std::vector<std::string> changed_names(const SceneState &scene)
{
    std::vector<std::string> names;
    for (const ObjectPlace place : scene.changed_objects())
        names.push_back(scene.name(place));
    return names;
}

ObjectState with_uuid(std::string uuid, const Vec3 &origin = {})
{
    ObjectState made = object("Cup", origin);
    made.uuid = std::move(uuid);
    return made;
}

} // namespace

TEST_CASE("a scene keeps each object once and tells what each observation changed",
          "[scene][state]")
{
    SceneState scene;
    scene.set_object(object("Cup", {1, 0, 0}));
    scene.set_object(object("Saucer"));
    scene.observe();
    CHECK(scene.changed_objects().empty()); // that is the start

    scene.set_object(object("Cup", {2, 0, 0}));
    scene.set_object(object("Cup", {3, 0, 0}));
    scene.set_object(object("Saucer"));
    scene.observe();
    CHECK(changed_names(scene) == std::vector<std::string>{"Cup"});
    CHECK(scene.object(scene.place("Cup"))->world.origin() == Vec3{3, 0, 0});
    CHECK(scene.places() == 2);

    scene.observe();
    CHECK(scene.changed_objects().empty());
    CHECK_FALSE(scene.changed(scene.place("Cup")));
}

TEST_CASE("an object of the same name with another UUID is another one, until the first is back",
          "[scene][state]")
{
    SceneState scene;
    const ObjectPlace cup = scene.place("Cup");
    scene.set_object(with_uuid("first", {1, 0, 0}));
    scene.observe();

    scene.set_object(with_uuid(GENERATE("second", "")));
    scene.observe();
    CHECK(scene.object(cup) == nullptr);
    CHECK(scene.changed(cup));

    scene.set_object(with_uuid("first", {1, 0, 0}));
    scene.observe();
    REQUIRE(scene.object(cup));
    CHECK(scene.object(cup)->uuid == "first");
}

TEST_CASE("an object that gets its UUID later is still the same", "[scene][state]")
{
    SceneState scene;
    scene.set_object(with_uuid(""));
    scene.observe();
    scene.set_object(with_uuid("given"));
    scene.observe();
    CHECK(scene.changed_objects().empty());
    scene.set_object(with_uuid("another"));
    scene.observe();
    CHECK(scene.object(scene.place("Cup")) == nullptr);
}

TEST_CASE("a mesh that is moved as a whole inside of its object is a change", "[scene][state]")
{
    SceneState scene;
    ObjectState cup = object("Cup");
    scene.set_object(cup);
    scene.observe();
    const auto state = scene.history(scene.place("Cup")).state();
    for (Vec3 &corner : cup.bounds)
        corner = corner + Vec3{0.1, 0, 0};
    scene.set_object(cup);
    scene.observe();

    CHECK(changed_names(scene) == std::vector<std::string>{"Cup"});
    CHECK(scene.history(scene.place("Cup")).state() != state);
}

TEST_CASE("an origin that is set elsewhere while the body lies still is no move", "[scene][state]")
{
    SceneState scene;
    ConditionMonitor moved(compiled(R"({"moved":{"object":"Cup","min":1,"unit":"m"}})"), scene);
    const auto observe = [&](const ObjectState &cup) {
        scene.set_object(cup);
        scene.observe();
        moved.observe(scene, 0, ChangeCause::learner);
    };
    ObjectState cup = object("Cup", {5, 0, 0});
    observe(cup);
    ObjectState applied = object("Cup");
    applied.bounds = cup.bounds;
    observe(applied);
    CHECK_FALSE(moved.evaluate().passed);

    ObjectState carried = object("Cup", {1.5, 0, 0});
    for (std::size_t i = 0; i < cup.bounds.size(); ++i)
        carried.bounds[i] = cup.bounds[i] + Vec3{1.5, 0, 0};
    observe(carried);
    CHECK(moved.evaluate().evidence["measured"].get<double>() == Approx(1.5));
}

TEST_CASE("what is no number is taken in and got rid of again", "[scene][state]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    SceneState scene;
    const ObjectPlace cup = scene.place("Cup");
    scene.set_object(object("Cup", {nan, 0, 0}));
    scene.observe();
    scene.set_object(object("Cup", {1, 0, 0}));
    scene.observe();
    REQUIRE(scene.object(cup));
    CHECK(scene.object(cup)->world.origin() == Vec3{1, 0, 0});
}

TEST_CASE("what the program moves shifts the start, so that only the learner's way is measured",
          "[scene][state]")
{
    SceneState scene;
    ConditionMonitor moved(compiled(R"({"moved":{"object":"Cup","min":1,"unit":"m"}})"), scene);
    ConditionMonitor turned(
        compiled(R"({"turned":{"object":"Cup","axis":"z","min":90,"unit":"deg"}})"), scene);
    ActivityMeter meter(0);
    const auto take = [&](const Vec3 &origin, double degrees, ChangeCause cause) {
        scene.set_object(object("Cup", origin, about({0, 0, 1}, rad(degrees))));
        const bool ours = cause == ChangeCause::program;
        ours ? scene.rebase() : scene.observe();
        ours ? meter.rebase(scene, 0) : meter.observe(scene, 0);
        moved.observe(scene, 0, cause);
        turned.observe(scene, 0, cause);
    };
    const auto measured = [](const ConditionMonitor &monitor) {
        return monitor.evaluate().evidence["measured"].get<double>();
    };
    take({}, 0, ChangeCause::learner);
    take({0.5, 0, 0}, 30, ChangeCause::learner);
    take({7, 0, 0}, 170, ChangeCause::program);
    CHECK(measured(moved) == Approx(0.5));
    CHECK(measured(turned) == Approx(30));

    take({7.25, 0, 0}, 190, ChangeCause::learner);
    CHECK(measured(moved) == Approx(0.75));
    CHECK(measured(turned) == Approx(50));
    CHECK(meter.metrics().path_length_m == Approx(0.75));
    CHECK(*meter.metrics().path_efficiency == Approx(1));
    CHECK(meter.metrics().changes == 2);
}

TEST_CASE("a step of an order that the program brought about is reached, and done by nobody",
          "[scene][state]")
{
    Snapshot table = scene_of({object("Guard"), object("Bolt")});
    SceneState scene;
    ConditionMonitor monitor(compiled(R"({"order":{"steps":[
        {"id":"guard","when":{"moved":{"object":"Guard","min":1,"unit":"m"}}},
        {"id":"bolt","when":{"visible":{"object":"Lamp"}}}]}})"),
                             scene);
    const auto take = [&](ChangeCause cause) {
        feed(scene, table);
        cause == ChangeCause::program ? scene.rebase() : scene.observe();
        monitor.observe(scene, 0, cause);
    };
    take(ChangeCause::learner);
    table.objects.push_back(object("Lamp"));
    take(ChangeCause::program);
    CHECK_FALSE(monitor.standing(scene).broken);
    CHECK(monitor.evaluate().evidence["expected_next"] == "guard");
    CHECK(monitor.evaluate().score == 0);

    place(table.objects[0], {2, 0, 0});
    take(ChangeCause::learner);
    CHECK(monitor.standing(scene).holds);
}

TEST_CASE("a condition that asks for time says when it will hold, and holds then", "[scene][state]")
{
    SceneState scene;
    ConditionMonitor monitor(compiled(R"({"all":[{"visible":{"object":"Cup"}},
        {"duration":{"of":{"visible":{"object":"Saucer"}},"min":2,"unit":"s"}}]})"),
                             scene);
    scene.set_object(object("Cup"));
    scene.set_object(object("Saucer"));
    scene.observe();
    monitor.observe(scene, 0, ChangeCause::learner);
    CHECK(monitor.due_seconds() == 0.5); // then something else is said of it
    CHECK_FALSE(monitor.standing(scene).holds);
    monitor.observe(scene, 1.75, ChangeCause::learner);
    CHECK(monitor.due_seconds() == 2.0);

    scene.observe(); // nothing changed but the time
    monitor.observe(scene, 2, ChangeCause::learner);
    CHECK(monitor.standing(scene).holds);
    CHECK(monitor.held_since_seconds() == 2.0);
    CHECK_FALSE(monitor.due_seconds());
}
