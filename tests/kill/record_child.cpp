// A process that record_kill.py kills: it keeps a record as the add-on does, without Blender,
// engine and threads. A second one on the same folder spills until the first is gone.
//
//   record_kill_child FOLDER RUN         appends until it is killed
//   record_kill_child --export FOLDER OUT  takes in what was spilled, verifies, exports all events
//
// Appending prints a line per event that was acknowledged, "id run batch index size mode", where
// the event is the index-th of the `size` events of one decision, and mode is "open" or "spill".

#include "store/record.hpp"
#include "store/record_writer.hpp"

#include <chrono>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace mvr;
using namespace mvr::store;

constexpr int largest_batch = 40;
constexpr TimeMs faster = 50; ///< what the add-on does every 5 s happens every 100 ms here

TimeMs fast_clock()
{
    static const TimeMs began = system_time_ms();
    return began + (system_time_ms() - began) * faster;
}

/// Record and writer as the engine has them, with the queue between their threads.
class Keeper {
  public:
    explicit Keeper(const std::string &folder)
        : record_(fast_clock, {[this](WriteBatch batch) { writes_.push_back(std::move(batch)); },
                               [this](const StateSnapshot &snapshot) { writer_.save(snapshot); },
                               [this] { writer_.spills_merged(); }}),
          writer_(folder, fast_clock,
                  {[this](OpenedRecord opened) { record_.opened(std::move(opened)); },
                   [this](RecordNotOpened why) { record_.not_opened(std::move(why)); },
                   [this](std::vector<SpilledEvent> events) { record_.merge(std::move(events)); },
                   [this](Notice notice) { record_.noticed(std::move(notice)); }})
    {
        writer_.open();
        settle();
    }

    Record &record() { return record_; }
    RecordWriter &writer() { return writer_; }

    /// Writes until nothing waits.
    void settle()
    {
        record_.dispatch();
        while (!writes_.empty()) {
            const WriteBatch batch = std::move(writes_.front());
            writes_.pop_front();
            record_.written(writer_.write(batch));
        }
    }

    void tick(bool idle)
    {
        writer_.tick(idle);
        settle();
    }

  private:
    std::deque<WriteBatch> writes_;
    Record record_;
    RecordWriter writer_;
};

int complain(const std::string &what)
{
    std::cerr << what << '\n';
    return EXIT_FAILURE;
}

struct Batch {
    std::int64_t run = 0;
    std::int64_t number = 0;
    int size = 0;
};

std::vector<NewEvent> events_of(const Batch &batch, std::mt19937_64 &random)
{
    std::vector<NewEvent> events;
    for (int i = 0; i < batch.size; ++i) {
        const std::string learner = random() % 8 ? "learner-" + std::to_string(random() % 50) : "";
        PerformanceReported reported;
        reported.performance_data = Json{{"run", batch.run},
                                         {"batch", batch.number},
                                         {"index", i},
                                         {"size", batch.size},
                                         {"filling", std::string(random() % 3'000, 'x')}};
        events.push_back(new_event(learner, reported));
    }
    return events;
}

void print(const Batch &batch, const Recorded &recorded)
{
    for (std::size_t i = 0; i < recorded.event_ids.size(); ++i) {
        std::cout << recorded.event_ids[i] << ' ' << batch.run << ' ' << batch.number << ' ' << i
                  << ' ' << batch.size << ' ' << (recorded.waiting ? "spill" : "open") << '\n';
    }
    std::cout << std::flush; // in one write, after it was said to be on disk
}

int append_until_killed(const std::string &folder, std::int64_t run)
{
    std::mt19937_64 random(static_cast<std::uint64_t>(run));
    bool is_on_disk = false, is_held = false;
    Keeper keeper(folder);
    for (Batch batch{run, 0, 0};; ++batch.number) {
        batch.size = random() % 2 ? 1 : 1 + static_cast<int>(random() % largest_batch);
        is_on_disk = is_held = false;
        const auto acknowledge = [&, batch](const Result<Recorded> &recorded) {
            is_on_disk = recorded && recorded->on_disk;
            is_held = is_on_disk && !recorded->waiting;
            if (is_on_disk) print(batch, *recorded);
        };
        keeper.record().record(events_of(batch, random), acknowledge);
        keeper.settle();
        // The other one has the lock and no key is there yet: it waits in memory, unacknowledged.
        // And one that spills without a pause leaves the other nothing to do but take that in.
        if (!is_held) std::this_thread::sleep_for(std::chrono::milliseconds(10));
        keeper.tick(random() % 10 == 0);
        keeper.record().save_snapshot(200);
    }
}

int export_all(const std::string &folder, const std::string &path)
{
    Keeper keeper(folder);
    if (keeper.record().status().mode != RecordMode::open)
        return complain(keeper.record().status().problem);
    keeper.record().dispatch_last();
    keeper.settle();
    const std::int64_t steps = 10 + keeper.record().status().events / 100;
    for (std::int64_t i = 0; i < steps; ++i)
        keeper.tick(true);
    const auto exported = keeper.writer().export_events(path);
    if (!exported) return complain(exported.error().message);
    std::string found;
    for (const Notice &notice : keeper.record().status().notices)
        found += notice.text + ' ';
    std::cout << to_text(Json{{"events", *exported},
                              {"pending", keeper.record().status().pending},
                              {"found", found}})
              << '\n';
    keeper.writer().close();
    return EXIT_SUCCESS;
}

} // namespace

int main(int count, char **arguments)
{
    const std::string_view first = count > 1 ? arguments[1] : "";
    if (first == "--export" && count == 4) return export_all(arguments[2], arguments[3]);
    if (count == 3) return append_until_killed(arguments[1], std::atoll(arguments[2]));
    return complain("see the source for the arguments");
}
