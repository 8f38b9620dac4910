// Cost of one observation and one evaluation: 500 requirements over 200 objects of which one moves.
// As ratios to what no implementation can do without, in the same run: copying the snapshot that is
// observed, and the distances of 500 pairs of objects found by name. Run: scripts/bench, or this
// program; its last line is one JSON object. Times are medians in microseconds.

#include "scene/tracker.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace mvr;
using namespace mvr::scene;

constexpr int object_count = 200;
constexpr int leaf_count = 500;
constexpr int rounds = 2000;

std::string object_name(int i) { return "Object " + std::to_string(i % object_count); }

ObjectState make_object(int i)
{
    ObjectState object;
    object.name = object_name(i);
    object.world.m[3] = i;
    object.bounds.fill({static_cast<double>(i), 0, 0});
    object.region_half_size = {0.5, 0.5, 0.5};
    object.materials = {"Steel"};
    object.properties["torque"] = 60.0;
    return object;
}

Snapshot make_scene()
{
    Snapshot scene;
    scene.mode = "OBJECT";
    for (int i = 0; i < object_count; ++i)
        scene.objects.push_back(make_object(i));
    scene.view = ViewState{.eye = {0, -5, 0},
                           .forward = {0, 1, 0},
                           .up = {0, 0, 1},
                           .vertical_fov_rad = 1,
                           .source = ""};
    return scene;
}

Json make_leaf(int i)
{
    const std::string object = object_name(i);
    const std::string other = object_name(i + 1);
    switch (i % 6) {
    case 0: return {{"distance", {{"object", object}, {"to", other}, {"max", 2}, {"unit", "mm"}}}};
    case 1:
        return {{"angle",
                 {{"object", object},
                  {"axis", "z"},
                  {"to", other},
                  {"to_axis", "z"},
                  {"max", 5},
                  {"unit", "deg"}}}};
    case 2: return {{"inside", {{"object", object}, {"region", other}}}};
    case 3: return {{"turned", {{"object", object}, {"axis", "z"}, {"min", 90}, {"unit", "deg"}}}};
    case 4: return {{"in_view", {{"object", object}, {"min_screen_fraction", 0.1}}}};
    default: return {{"property", {{"object", object}, {"name", "torque"}, {"min", 60}}}};
    }
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

template <class Work> double median_us(int repeats, const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work(i);
        const std::chrono::duration<double, std::micro> spent =
            std::chrono::steady_clock::now() - start;
        times.push_back(spent.count());
    }
    return median(std::move(times));
}

/// The peer of an evaluation: as many distances, each between two objects that are found by name.
double plain_distances(const std::unordered_map<std::string, const ObjectState *> &by_name,
                       const std::vector<std::string> &names)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const auto &from = by_name.at(names[i])->world.m;
        const auto &to = by_name.at(names[i + 1])->world.m;
        sum += std::hypot(from[3] - to[3], from[7] - to[7], from[11] - to[11]);
    }
    return sum;
}

double time_plain_distances(const Snapshot &scene, double &sink)
{
    std::unordered_map<std::string, const ObjectState *> by_name;
    for (const ObjectState &object : scene.objects)
        by_name[object.name] = &object;
    std::vector<std::string> names;
    for (int i = 0; i <= leaf_count; ++i)
        names.push_back(object_name(i));
    return median_us(rounds, [&](int) { sink += plain_distances(by_name, names); });
}

double time_copy(const Snapshot &scene, double &sink)
{
    return median_us(rounds, [&](int i) {
        const std::vector<ObjectState> copy = scene.objects;
        sink += copy[static_cast<std::size_t>(i % object_count)].world.m[3];
    });
}

} // namespace

int main()
{
    Json source = {{"all", Json::array()}};
    for (int i = 0; i < leaf_count; ++i)
        source["all"].push_back(make_leaf(i));
    const auto condition = compile(source);
    if (!condition) {
        std::fprintf(stderr, "%s\n", condition.error().message.c_str());
        return 1;
    }
    Snapshot scene = make_scene();
    Tracker tracker(*condition, scene);
    const double observe = median_us(rounds, [&](int i) {
        scene.time_seconds = i / 60.0;
        scene.objects[0].world.m[7] = std::sin(i / 60.0);
        tracker.observe(scene);
    });
    double sink = 0;
    const double evaluate = median_us(rounds / 20, [&](int) { sink += tracker.evaluate().score; });
    const double copy = time_copy(scene, sink);
    const double distances = time_plain_distances(scene, sink);
    std::printf("observing    %7.1f us, %.2f x copying the snapshot\n", observe, observe / copy);
    std::printf("evaluating   %7.1f us, %.1f x plain distances\n", evaluate, evaluate / distances);
    std::printf("{\"bench\":\"scene\",\"conditions\":%d,\"objects\":%d,\"observe_us\":%.2f,"
                "\"copy_us\":%.2f,\"evaluate_us\":%.2f,\"distances_us\":%.2f,"
                "\"checksum\":%.3f}\n",
                leaf_count, object_count, observe, copy, evaluate, distances, sink);
    return 0;
}
