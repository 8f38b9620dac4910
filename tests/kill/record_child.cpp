// The process that record_kill.py kills: it runs the record and nothing else.
//
//   record_kill_child FOLDER SEED      appends until it is killed; a line per acknowledged event
//   record_kill_child --verify FOLDER  opens, verifies, prints every event and a last line of
//   totals
//
// A line is "id run batch index size": the index-th of the `size` events that were appended
// together.

#include "store/ledger.hpp"

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace mvr;
using namespace mvr::store;

constexpr int largest_batch = 40;

void print(const Event &event)
{
    const Json &payload = event.payload;
    std::cout << event.id << ' ' << payload["run"] << ' ' << payload["batch"] << ' '
              << payload["index"] << ' ' << payload["size"] << '\n';
}

int complain(const Error &error)
{
    std::cerr << error.message << ' ' << error.remedy << '\n';
    return EXIT_FAILURE;
}

std::vector<NewEvent> batch_of(int size, std::int64_t run, std::int64_t batch,
                               std::mt19937_64 &random)
{
    std::vector<NewEvent> events;
    for (int i = 0; i < size; ++i) {
        const std::string learner = random() % 8 ? "learner-" + std::to_string(random() % 50) : "";
        events.push_back({"performance_reported", 1, learner,
                          Json{{"run", run},
                               {"batch", batch},
                               {"index", i},
                               {"size", size},
                               {"filling", std::string(random() % 3'000, 'x')}}});
    }
    return events;
}

int append_until_killed(const std::string &folder, std::int64_t run)
{
    std::mt19937_64 random(static_cast<std::uint64_t>(run));
    auto ledger = Ledger::open(folder, system_time_ms);
    if (!ledger) return complain(ledger.error());
    for (std::int64_t batch = 0;; ++batch) {
        const int size = random() % 2 ? 1 : 1 + static_cast<int>(random() % largest_batch);
        const Recorded recorded = ledger->record(batch_of(size, run, batch, random));
        if (!recorded.durable) return complain({Errc::internal, recorded.problem, "", ""});
        for (const Event &event : recorded.events)
            print(event);
        std::cout << std::flush; // in one write, after `record` said that it is on disk
        if (random() % 10 == 0) ledger->maintain();
    }
}

int verify(const std::string &folder)
{
    auto opened = EventLog::open(folder, system_time_ms);
    if (!opened) return complain(opened.error());
    const auto read = opened->log->for_each(print);
    if (!read) return complain(read.error());
    const auto report = opened->log->verify();
    if (!report) return complain(report.error());
    std::cout << to_text(Json{{"events", report->events},
                              {"intact", report->intact},
                              {"damaged", opened->report.damaged},
                              {"what", opened->report.what + report->what}})
              << '\n';
    return EXIT_SUCCESS;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3)
        return complain({Errc::invalid_argument, "two arguments, see the source", "", ""});
    if (std::string_view(arguments[1]) == "--verify") return verify(arguments[2]);
    return append_until_killed(arguments[1], std::atoll(arguments[2]));
}
