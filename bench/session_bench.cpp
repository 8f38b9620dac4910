// Cost of following a learner in a scene of 10,000 objects and 500 checkpoints with a condition
// each: one object that moves, all conditions judged anew, time that passes, and 100 runs at once.
// The peer is 500 plain distances, each between two objects found by name, measured in the same
// rounds in turn. Run: scripts/bench, or this program; its last line is one JSON object. Times are
// medians of medians in microseconds.

#include "made_scene.hpp"
#include "session/session_run.hpp"
#include "timing.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

using namespace mvr;
using namespace mvr::bench;

namespace {

constexpr int object_count = 10'000;
constexpr int checkpoint_count = 500;
constexpr int run_count = 100;
constexpr int rounds = 7;
constexpr int repeats = 300;
/// The named objects lie so far apart in the scene.
constexpr int stride = object_count / checkpoint_count;

std::string named_object(int i) { return object_name(i % checkpoint_count * stride); }

session::SessionRun make_run(const std::vector<scene::ObjectState> &objects)
{
    std::vector<session::Checkpoint> checkpoints;
    for (int i = 0; i < checkpoint_count; ++i) {
        const auto condition =
            scene::compile(make_requirement(i, named_object(i), named_object(i + 1)));
        if (!condition) {
            std::fprintf(stderr, "%s\n", condition.error().message.c_str());
            std::exit(1);
        }
        checkpoints.push_back({"checkpoint " + std::to_string(i), *condition});
    }
    session::SessionRun run(std::move(checkpoints));
    for (const scene::ObjectState &object : objects)
        run.set_object(object);
    run.set_view(make_view());
    run.start(0);
    return run;
}

/// Moves objects up and down in one run, a sixtieth of a second at a time.
class Hand {
  public:
    void move(session::SessionRun &run, scene::ObjectState object)
    {
        seconds_ += 1 / 60.0;
        object.world.m[11] = std::sin(seconds_);
        run.set_object(std::move(object));
        run.observe(seconds_);
    }
    double next_seconds() { return seconds_ += 1 / 60.0; }

  private:
    double seconds_ = 0;
};

struct Figures {
    std::vector<double> named, unnamed, judged, idle, distances;
};

void measure_round(session::SessionRun &run, Hand &hand, const PlainDistances &peer,
                   Figures &figures, double &sink)
{
    const auto nothing = [](int) {};
    const auto object = [](int i) { return make_object(i % checkpoint_count * stride); };
    figures.named.push_back(median_us(repeats, nothing, [&](int i) { hand.move(run, object(i)); }));
    figures.unnamed.push_back(median_us(repeats, nothing, [&](int i) {
        hand.move(run, make_object(7 + i * stride % object_count));
    }));
    figures.judged.push_back(
        median_us(repeats, nothing, [&](int) { run.set_tolerance_factor(1); }));
    figures.idle.push_back(
        median_us(repeats, nothing, [&](int) { run.observe(hand.next_seconds()); }));
    figures.distances.push_back(median_us(repeats, nothing, [&](int) { sink += peer.sum(); }));
    sink += static_cast<double>(run.take_changed().size() + run.take_outcomes().size());
}

/// One object moves in each of the runs; what one of them costs.
double many_runs_us(const std::vector<scene::ObjectState> &objects)
{
    const std::vector<scene::ObjectState> few(objects.begin(), objects.begin() + stride);
    std::vector<session::SessionRun> runs;
    for (int i = 0; i < run_count; ++i)
        runs.push_back(make_run(few));
    Hand hand;
    const double all = median_us(
        repeats, [](int) {},
        [&](int) {
            for (session::SessionRun &run : runs)
                hand.move(run, few.front());
        });
    return all / run_count;
}

} // namespace

int main()
{
    std::vector<scene::ObjectState> objects;
    for (int i = 0; i < object_count; ++i)
        objects.push_back(make_object(i));
    std::vector<std::string> names;
    for (int i = 0; i <= checkpoint_count; ++i)
        names.push_back(named_object(i));
    const PlainDistances peer(objects, names);
    session::SessionRun run = make_run(objects);
    Hand hand;
    Figures figures;
    double sink = 0;
    for (int i = 0; i < rounds; ++i)
        measure_round(run, hand, peer, figures, sink);
    const double named = median(figures.named);
    const double judged = median(figures.judged);
    const double distances = median(figures.distances);
    const double many = many_runs_us(objects);
    std::printf("one named object moves   %7.2f us, %.2f x plain distances\n", named,
                named / distances);
    std::printf("another object moves     %7.2f us\n", median(figures.unnamed));
    std::printf("time passes              %7.2f us\n", median(figures.idle));
    std::printf("all conditions anew      %7.2f us, %.2f x plain distances\n", judged,
                judged / distances);
    std::printf("one of %d runs at once  %7.2f us\n", run_count, many);
    std::printf("{\"bench\":\"session\",\"objects\":%d,\"checkpoints\":%d,\"delta_us\":%.3f,"
                "\"unnamed_us\":%.3f,\"idle_us\":%.3f,\"judged_us\":%.3f,\"distances_us\":%.3f,"
                "\"run_of_100_us\":%.3f,\"checksum\":%.3f}\n",
                object_count, checkpoint_count, named, median(figures.unnamed),
                median(figures.idle), judged, distances, many, sink);
    return 0;
}
