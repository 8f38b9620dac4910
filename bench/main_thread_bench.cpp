// How long the main thread stays in our code while the record opens, is written and is exported,
// and whether it waits there for a lock or a file.
//
//   main_thread_bench FOLDER EVENTS
//
// Thread CPU is the kernel's (CLOCK_THREAD_CPUTIME_ID); a wait is a voluntary context switch of the
// thread (getrusage, RUSAGE_THREAD), which every blocking lock, read and sync is. The last line is
// JSON. Run: scripts/bench open.

#include "host/engine.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <thread>

#include <sys/resource.h>

namespace {

using namespace mvr;
using namespace std::chrono_literals;

double thread_cpu_ms()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

long waits()
{
    rusage usage{};
    ::getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_nvcsw;
}

/// The longest stay and all waits of one kind of work.
struct Stays {
    double longest_ms = 0;
    long waits = 0;
    long calls = 0;

    template <class Work> auto measure(Work work)
    {
        const long waits_before = ::waits();
        const double before = thread_cpu_ms();
        auto result = work();
        longest_ms = std::max(longest_ms, thread_cpu_ms() - before);
        waits += ::waits() - waits_before;
        ++calls;
        return result;
    }
};

Json profile(int learner)
{
    return {{"learner_id", "learner-" + std::to_string(learner)},
            {"static_profile", Json::object()},
            {"dynamic_profile", {{"note", std::string(200, 'x')}}}};
}

host::EngineConfig config(const std::string &folder)
{
    host::EngineConfig config;
    config.folder = folder;
    config.blender_version = "none";
    return config;
}

/// Lets time pass outside what is measured, as Blender's event loop does.
void elsewhere() { std::this_thread::sleep_for(200us); }

Stays open(host::Engine *&engine, const std::string &folder)
{
    Stays stays;
    engine = stays.measure([&] { return new host::Engine(config(folder)); });
    while (stays.measure([&] { return engine->status(); }).record.state ==
           host::RecordState::opening)
        elsewhere();
    return stays;
}

Stays write(host::Engine &engine, int events)
{
    Stays stays;
    int answered = 0;
    JsonTape tape;
    for (int i = 0; i < events; ++i) {
        const std::string arguments = to_text(profile(i % 200));
        stays.measure([&] { return engine.post("process_learner_model", *tape.parse(arguments)); });
        if (stays.measure([&] { return engine.take_completion(0ms); })) ++answered;
    }
    while (answered < events || engine.status().record.pending != 0) {
        if (stays.measure([&] { return engine.take_completion(0ms); })) ++answered;
        elsewhere();
    }
    return stays;
}

Stays export_all(host::Engine &engine, const std::string &path)
{
    Stays stays;
    stays.measure([&] { return engine.export_events(path); });
    while (!stays.measure([&] { return engine.take_completion(0ms); }))
        elsewhere();
    return stays;
}

void print(const char *name, const Stays &stays, const char *end)
{
    std::printf("\"%s\": {\"longest_ms\": %.3f, \"waits\": %ld, \"calls\": %ld}%s", name,
                stays.longest_ms, stays.waits, stays.calls, end);
}

} // namespace

int main(int count, char **words)
{
    if (count != 3) return 2;
    const std::string folder = words[1];
    const int events = std::atoi(words[2]);
    host::Engine *engine = nullptr;
    open(engine, folder);
    const Stays syncing = write(*engine, events);
    delete engine;
    const Stays opening = open(engine, folder);
    const Stays exporting = export_all(*engine, folder + "/export.jsonl");
    delete engine;
    std::printf("{");
    print("opening", opening, ", ");
    print("syncing", syncing, ", ");
    print("exporting", exporting, "}\n");
    return 0;
}
