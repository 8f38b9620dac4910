// How long opening a large record takes, and how much memory it leaves in use.
//
//   open_bench make FOLDER EVENTS LEARNERS   makes a record, with the snapshot that the add-on
//   keeps open_bench open FOLDER                   opens it as the add-on does; the last line is
//   JSON open_bench bare FOLDER                   opens its database with bare SQLite, likewise
//
// Run: scripts/bench open.

#include "store/record.hpp"
#include "store/record_writer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace {

using namespace mvr;
using namespace mvr::store;

constexpr int steps_a_session = 12;
constexpr std::size_t batch_events = 5'000;

double resident_mb()
{
    std::ifstream file("/proc/self/statm");
    long all = 0, resident = 0;
    file >> all >> resident;
    return static_cast<double>(resident * ::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Record and writer in one thread.
class Keeper {
  public:
    explicit Keeper(const std::string &folder)
        : record_(system_time_ms,
                  {[this](const WriteBatch &batch) {
                       result_ = writer_.write(batch);
                       has_result_ = true;
                   },
                   [this](const StateSnapshot &snapshot) { writer_.save(snapshot); }, [] {}}),
          writer_(folder, system_time_ms,
                  {[this](OpenedRecord opened) { record_.opened(std::move(opened)); },
                   [this](RecordNotOpened why) { record_.not_opened(std::move(why)); },
                   [](const std::vector<SpilledEvent> &) {}, [](const Notice &) {}})
    {
        writer_.open();
        if (record_.status().mode != RecordMode::open)
            throw std::runtime_error(record_.status().problem);
    }

    void record(std::vector<NewEvent> events)
    {
        record_.record(std::move(events), [](const Result<Recorded> &) {});
        record_.dispatch();
        if (std::exchange(has_result_, false)) record_.written(result_);
        if (!record_.status().problem.empty()) throw std::runtime_error(record_.status().problem);
    }

    void close()
    {
        record_.save_snapshot(1);
        writer_.close();
    }

    const Record &state() const { return record_; }

  private:
    Result<void> result_;
    bool has_result_ = false;
    Record record_;
    RecordWriter writer_;
};

/// One learner's session in one unit, over and over.
NewEvent event_of(std::int64_t number, int learners)
{
    const std::int64_t step = number / learners;
    const std::string learner = "learner-" + std::to_string(number % learners);
    const std::string session = learner + "-" + std::to_string(step / steps_a_session);
    const std::string unit = "unit_" + std::to_string(step / steps_a_session % 20);
    switch (step % steps_a_session) {
    case 0:
        return new_event(learner, SessionStarted{session, learner, unit, "Scene", "",
                                                 learning::LearningPhase::practice});
    case steps_a_session - 1: return new_event(learner, SessionEnded{session, "completed"});
    case steps_a_session - 2: {
        TransitionDecided decided;
        decided.session_id = session;
        decided.unit_id = unit;
        decided.reasoning = "three own passes on two checkpoints";
        return new_event(learner, decided);
    }
    default: break;
    }
    ObservedTry one;
    one.checkpoint_id = "checkpoint_" + std::to_string(step % 3);
    one.skill = unit;
    one.assessment_type = "formative";
    one.outcome = step % 4 == 0 ? learning::TryOutcome::failed : learning::TryOutcome::passed;
    one.own = step % 4 != 0;
    AssessmentEvaluated evaluated;
    evaluated.session_id = session;
    evaluated.unit_id = unit;
    evaluated.tries = {one};
    evaluated.unit_checkpoints = {"checkpoint_0", "checkpoint_1", "checkpoint_2"};
    return new_event(learner, evaluated);
}

void make(const std::string &folder, std::int64_t events, int learners)
{
    Keeper keeper(folder);
    std::vector<NewEvent> batch;
    for (std::int64_t i = 0; i < events; ++i) {
        batch.push_back(event_of(i, learners));
        if (batch.size() == batch_events || i + 1 == events)
            keeper.record(std::exchange(batch, {}));
    }
    keeper.close();
}

template <class Open> void measure(Open open)
{
    const double before = resident_mb();
    const auto start = std::chrono::steady_clock::now();
    const auto kept = open(); // its memory counts as long as it lives
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - start;
    std::printf("{\"ms\":%.1f,\"before_mb\":%.1f,\"after_mb\":%.1f,\"events\":%lld}\n",
                taken.count(), before, resident_mb(), static_cast<long long>(kept.second));
}

} // namespace

int main(int count, char **arguments)
{
    const std::string_view what = count > 1 ? arguments[1] : "";
    if (what == "make" && count == 5) {
        make(arguments[2], std::atoll(arguments[3]), std::atoi(arguments[4]));
    } else if (what == "open" && count == 3) {
        measure([&] {
            auto keeper = std::make_unique<Keeper>(arguments[2]);
            const std::int64_t events = keeper->state().status().events;
            return std::pair(std::move(keeper), events);
        });
    } else if (what == "bare" && count == 3) {
        measure([&] {
            auto db =
                std::make_unique<SQLite::Database>(std::string(arguments[2]) + "/record-v2.sqlite");
            const std::int64_t last = db->execAndGet("SELECT max(sequence) FROM events").getInt64();
            return std::pair(std::move(db), last);
        });
    } else {
        return std::fprintf(stderr, "see the head of open_bench.cpp\n"), 1;
    }
    return 0;
}
