#pragma once

#include "scene/activity.hpp"
#include "scene/condition_monitor.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Scenes for the tests, built by hand. The expected values in the tests are closed forms of these
// numbers.

namespace mvr::scene::test {

inline constexpr double pi = std::numbers::pi;

inline double rad(double degrees) { return degrees * pi / 180; }

/// A matrix with the columns `x`, `y`, `z` and an origin.
inline Mat4 matrix(const Vec3 &x, const Vec3 &y, const Vec3 &z, const Vec3 &origin)
{
    return {
        {x.x, y.x, z.x, origin.x, x.y, y.y, z.y, origin.y, x.z, y.z, z.z, origin.z, 0, 0, 0, 1}};
}

/// Sets pose, bounds and region of an object that is a box of half size `half` around its origin.
inline void place(ObjectState &object, const Vec3 &origin, const Quat &rotation = {},
                  const Vec3 &half = {0.5, 0.5, 0.5})
{
    object.rotation = rotation;
    object.world = matrix(rotate(rotation, {1, 0, 0}), rotate(rotation, {0, 1, 0}),
                          rotate(rotation, {0, 0, 1}), origin);
    object.region_half_size = half;
    for (std::size_t i = 0; i < 8; ++i) {
        object.bounds[i] =
            transform(object.world, {i & 1 ? half.x : -half.x, i & 2 ? half.y : -half.y,
                                     i & 4 ? half.z : -half.z});
    }
}

inline ObjectState object(std::string name, const Vec3 &origin = {}, const Quat &rotation = {},
                          const Vec3 &half = {0.5, 0.5, 0.5})
{
    ObjectState made;
    made.name = std::move(name);
    made.type = "MESH";
    place(made, origin, rotation, half);
    return made;
}

/// All of a scene at one moment.
struct Snapshot : Surroundings {
    double time_seconds = 0;
    std::vector<ObjectState> objects;
};

inline Snapshot scene_of(std::vector<ObjectState> objects, double seconds = 0)
{
    Snapshot made;
    made.time_seconds = seconds;
    made.mode = "OBJECT";
    made.active_tool = "builtin.select_box";
    made.objects = std::move(objects);
    return made;
}

inline Condition compiled(std::string_view json)
{
    const auto parsed = parse_json(json);
    REQUIRE(parsed);
    auto condition = compile(*parsed);
    if (!condition) FAIL(condition.error().field << ": " << condition.error().message);
    return std::move(condition).value();
}

/// Feeds a scene with whole snapshots; what a snapshot does not hold is missing.
inline void feed(SceneState &scene, const Snapshot &now)
{
    for (const ObjectState &object : now.objects)
        scene.set_object(object);
    const auto is_told = [&](const std::string &name) {
        return std::ranges::find(now.objects, name, &ObjectState::name) != now.objects.end();
    };
    for (ObjectPlace place = 0; place < scene.places(); ++place) {
        if (!is_told(scene.name(place))) scene.remove_object(scene.name(place));
    }
    scene.set_view(now.view);
    scene.set_mode_and_tool(now.mode, now.active_tool);
    scene.set_selection(now.selection);
    for (const auto &[question, answer] : now.answers)
        scene.set_answer(question, answer);
}

/// Follows one condition and the activity through snapshots.
class Tracker {
  public:
    Tracker(Condition condition, const Snapshot &start)
        : monitor_(std::move(condition), scene_), meter_(start.time_seconds)
    {
        take(start, ChangeCause::learner);
    }

    void observe(const Snapshot &now) { take(now, ChangeCause::learner); }
    void observe_undone(const Snapshot &now) { take(now, ChangeCause::undo); }
    void set_tolerance_factor(double factor) { monitor_.set_tolerance_factor(factor); }
    Evaluation evaluate() const { return monitor_.evaluate(); }
    bool is_lost() const { return monitor_.is_lost(); }
    Standing standing() const { return monitor_.standing(scene_); }
    ActivityMetrics activity() const { return meter_.metrics(); }

  private:
    void take(const Snapshot &now, ChangeCause cause)
    {
        feed(scene_, now);
        scene_.observe();
        monitor_.observe(scene_, now.time_seconds, cause);
        meter_.observe(scene_, now.time_seconds);
    }

    SceneState scene_;
    ConditionMonitor monitor_;
    ActivityMeter meter_;
};

/// The evaluation of a condition in a scene that nothing happened in.
inline Evaluation judged(std::string_view json, const Snapshot &scene)
{
    return Tracker(compiled(json), scene).evaluate();
}

/// … and after the scene went from the first to the last snapshot.
inline Evaluation judged(std::string_view json, const std::vector<Snapshot> &scenes)
{
    Tracker tracker(compiled(json), scenes.front());
    for (std::size_t i = 1; i < scenes.size(); ++i)
        tracker.observe(scenes[i]);
    return tracker.evaluate();
}

} // namespace mvr::scene::test
