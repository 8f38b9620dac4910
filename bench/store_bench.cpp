// What sealing, hash-chaining and naming cost a durable append, as a ratio to plain SQLite that
// writes rows of the same size in the same groups, with the same guarantee, to the same disk, in
// the same run. Run: scripts/bench, or this program with a folder; its last line is one JSON
// object.

#include "store/log.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using namespace mvr;
using namespace mvr::store;

constexpr std::array<int, 3> groups{1, 10, 50};
constexpr int rounds = 7;
constexpr int commits_a_round = 60;
constexpr std::size_t payload_bytes = 1'000;

std::vector<NewEvent> group_of(int size)
{
    std::vector<NewEvent> events;
    for (int i = 0; i < size; ++i) {
        events.push_back({"performance_reported", 1, "learner-" + std::to_string(i % 8),
                          Json{{"filling", std::string(payload_bytes, 'x')}}});
    }
    return events;
}

class PlainSqlite {
  public:
    explicit PlainSqlite(const std::string &path)
        : db_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        for (const char *pragma : {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL",
                                   "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 0"}) {
            db_.exec(pragma);
        }
        db_.exec("CREATE TABLE events(sequence INTEGER PRIMARY KEY, content BLOB)");
    }

    void append(int size)
    {
        SQLite::Transaction transaction(db_);
        SQLite::Statement insert(db_, "INSERT INTO events(content) VALUES (?)");
        for (int i = 0; i < size; ++i) {
            insert.bindNoCopy(1, content_.data(), static_cast<int>(content_.size()));
            insert.exec();
            insert.reset();
        }
        transaction.commit();
    }
    void tidy() { db_.exec("PRAGMA wal_checkpoint(TRUNCATE)"); }

  private:
    SQLite::Database db_;
    // As much as a row of the record: payload, its JSON around it, seal, id, pseudonym, hash.
    std::string content_ = std::string(payload_bytes + 230, 'x');
};

/// Microseconds a commit, of one round.
double time_round(const std::function<void()> &commit)
{
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < commits_a_round; ++i)
        commit();
    const std::chrono::duration<double, std::micro> taken =
        std::chrono::steady_clock::now() - start;
    return taken.count() / commits_a_round;
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + values.size() / 2);
    return values[values.size() / 2];
}

struct Times {
    double plain = 0;
    double sealed = 0;
    double ratio =
        0; ///< median of the rounds' own ratios: both sides of one met the same neighbours
};

Times measure(EventLog &log, PlainSqlite &plain, int group)
{
    const auto events = group_of(group);
    const auto sealed_commit = [&] {
        if (!log.append(events)) throw std::runtime_error("the record refused");
    };
    std::vector<double> plain_us, sealed_us, ratios;
    for (int round = 0; round < rounds; ++round) {
        plain_us.push_back(time_round([&] { plain.append(group); }));
        sealed_us.push_back(time_round(sealed_commit));
        ratios.push_back(sealed_us.back() / plain_us.back());
        plain.tidy();
        if (!log.maintain()) throw std::runtime_error("the record cannot be tidied");
    }
    return {median(plain_us), median(sealed_us), median(ratios)};
}

} // namespace

int main(int count, char **arguments)
{
    namespace fs = std::filesystem;
    const fs::path base = count > 1 ? fs::path(arguments[1]) : fs::temp_directory_path();
    const fs::path folder = base / ("malloc_vr_store_bench_" + std::to_string(::getpid()));
    auto opened = EventLog::open((folder / "vault").string(), system_time_ms);
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().message.c_str());
        return 1;
    }
    std::string json = "{\"bench\":\"store\",\"payload_bytes\":" + std::to_string(payload_bytes);
    {
        PlainSqlite plain((folder / "plain.sqlite").string());
        for (const int group : groups) {
            const Times times = measure(*opened->log, plain, group);
            std::printf("groups of %2d: plain %7.0f us a commit, sealed %7.0f us, %.2f x\n", group,
                        times.plain, times.sealed, times.ratio);
            char text[160];
            std::snprintf(text, sizeof text,
                          ",\"group_%d\":{\"plain_us\":%.1f,\"sealed_us\":%.1f,\"ratio\":%.3f}",
                          group, times.plain, times.sealed, times.ratio);
            json += text;
        }
    }
    opened->log.reset();
    fs::remove_all(folder);
    std::printf("%s}\n", json.c_str());
    return 0;
}
