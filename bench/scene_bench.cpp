// Cost of making the evidence and the sentences of one condition with 500 requirements over 200
// objects, as a ratio to 500 plain distances in the same run. Run: scripts/bench, or this program;
// its last line is one JSON object. Times are medians in microseconds.

#include "made_scene.hpp"
#include "scene/condition_monitor.hpp"
#include "timing.hpp"

#include <cstdio>

using namespace mvr;
using namespace mvr::bench;

namespace {

constexpr int object_count = 200;
constexpr int requirement_count = 500;
constexpr int rounds = 100;

} // namespace

int main()
{
    Json source = {{"all", Json::array()}};
    std::vector<std::string> names;
    for (int i = 0; i <= requirement_count; ++i) {
        names.push_back(object_name(i % object_count));
        if (i == requirement_count) break;
        source["all"].push_back(
            make_requirement(i, names.back(), object_name((i + 1) % object_count)));
    }
    const auto condition = scene::compile(source);
    if (!condition) {
        std::fprintf(stderr, "%s\n", condition.error().message.c_str());
        return 1;
    }
    std::vector<scene::ObjectState> objects;
    scene::SceneState state;
    scene::ConditionMonitor monitor(*condition, state);
    for (int i = 0; i < object_count; ++i) {
        objects.push_back(make_object(i));
        state.set_object(objects.back());
    }
    state.set_view(make_view());
    state.observe();
    monitor.observe(state, 0, scene::ChangeCause::learner);

    const PlainDistances distances(objects, names);
    double sink = 0;
    const auto nothing = [](int) {};
    const double evaluate_us =
        median_us(rounds, nothing, [&](int) { sink += monitor.evaluate().score; });
    const double distances_us =
        median_us(rounds * 20, nothing, [&](int) { sink += distances.sum(); });
    std::printf("evidence  %7.1f us, %.1f x plain distances\n", evaluate_us,
                evaluate_us / distances_us);
    std::printf("{\"bench\":\"scene\",\"requirements\":%d,\"objects\":%d,\"evaluate_us\":%.2f,"
                "\"distances_us\":%.2f,\"checksum\":%.3f}\n",
                requirement_count, object_count, evaluate_us, distances_us, sink);
    return 0;
}
