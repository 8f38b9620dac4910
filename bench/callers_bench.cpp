// Callers that each wait until their own event is on disk, against bare SQLite that gets as many
// rows at once: how much of its rate group commit reaches.
//
// Run: scripts/bench store, or this program with a folder (no tmpfs); its last line is one JSON
// object.

#include "bare_sqlite.hpp"
#include "record_pipeline.hpp"

#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <vector>

namespace {

using namespace mvr;
using namespace mvr::store;
using namespace mvr::bench;

constexpr int callers = 50;
constexpr int events_a_round = 40; ///< of each caller

/// An event of which `payload_bytes` are sealed, or as near as its learner's name lets it be.
NewEvent event_of(int caller)
{
    const std::string learner = "learner-" + std::to_string(caller);
    PerformanceReported reported;
    reported.performance_data = Json{{"filling", ""}};
    const std::size_t around = encode_event(learner, reported).size();
    reported.performance_data["filling"] = std::string(payload_bytes - around, 'x');
    return new_event(learner, reported);
}

/// Every caller's events, made before anything is timed: making them is the callers' own work.
std::vector<std::vector<NewEvent>> all_events()
{
    std::vector<std::vector<NewEvent>> events(callers);
    for (int caller = 0; caller < callers; ++caller) {
        for (int i = 0; i < events_a_round; ++i)
            events[static_cast<std::size_t>(caller)].push_back(event_of(caller));
    }
    return events;
}

/// Callers are connections of one listener, as in the add-on: a reply to one of them lets it send
/// its next event.
void record_from_all(RecordPipeline &record, std::vector<std::vector<NewEvent>> events)
{
    Mailbox<int> replies;
    for (int caller = 0; caller < callers; ++caller)
        replies.put(caller);
    for (int waiting = callers; waiting > 0;) {
        const int caller = *replies.take();
        if (caller < 0) throw std::runtime_error("an event was not recorded");
        auto &left = events[static_cast<std::size_t>(caller)];
        if (left.empty()) {
            --waiting;
            continue;
        }
        NewEvent next = std::move(left.back());
        left.pop_back();
        record.record(std::move(next),
                      [&replies, caller](bool on_disk) { replies.put(on_disk ? caller : -1); });
    }
    record.checkpoint();
}

void append_to(BareSqlite &bare)
{
    for (int i = 0; i < events_a_round; ++i)
        bare.append(callers);
    bare.checkpoint();
}

} // namespace

int main(int count, char **arguments)
{
    namespace fs = std::filesystem;
    if (count != 2) return std::fprintf(stderr, "callers_bench FOLDER\n"), 1;
    const fs::path folder = fs::path(arguments[1]) / "callers_bench";
    fs::create_directories(folder);
    Rounds found;
    {
        BareSqlite bare((folder / "bare.sqlite").string());
        RecordPipeline record((folder / "vault").string());
        for (int round = 0; round < rounds; ++round) {
            const double bare_us = time_us([&] { append_to(bare); });
            auto events = all_events();
            found.add(bare_us, time_us([&] { record_from_all(record, std::move(events)); }));
        }
    }
    fs::remove_all(folder);
    const double events = callers * events_a_round * 1e6;
    std::printf("{\"payload_bytes\":%zu,\"callers\":%d,\"rounds\":%d,\"bare_per_second\":%.0f,"
                "\"ours_per_second\":%.0f,\"rate_ratio\":%.3f}\n",
                payload_bytes, callers, rounds, events / found.bare_us(), events / found.ours_us(),
                1 / found.ratio());
    return 0;
}
