#pragma once

#include "store/log.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace mvr::store {

/// A folder of the test's own, gone afterwards. In memory where the system has such a place, since
/// the tests wait for the disk thousands of times.
class RecordFolder {
  public:
    RecordFolder()
    {
        namespace fs = std::filesystem;
        const fs::path base = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
        std::string name = (base / "malloc_vr_record_XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~RecordFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    RecordFolder(const RecordFolder &) = delete;
    RecordFolder &operator=(const RecordFolder &) = delete;

    const std::string &path() const { return path_; }
    std::string database() const { return path_ + "/record-v1.sqlite"; }
    std::string file(const std::string &name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

/// A clock that goes on by a second at every look.
inline Clock ticking()
{
    auto now = std::make_shared<TimeMs>(1'770'000'000'000);
    return [now] { return *now += 1'000; };
}

inline NewEvent observed(const std::string &learner, int number)
{
    return {"assessment_evaluated", 1, learner,
            Json{{"provenance", "observed"},
                 {"unit_id", "seat_the_gasket"},
                 {"score", number / 7.0},
                 {"number", number}}};
}

/// Events 1 to `count`, of two learners and, each fifth, of none.
inline std::vector<NewEvent> some_events(int count)
{
    std::vector<NewEvent> events;
    for (int i = 1; i <= count; ++i) {
        if (i % 5 == 0) {
            events.push_back({"scene_authored", 1, "", Json{{"tool", "t"}, {"number", i}}});
        } else {
            events.push_back(observed(i % 2 ? "ada@example.org" : "ben@example.org", i));
        }
    }
    return events;
}

inline std::unique_ptr<EventLog> open_log(const RecordFolder &folder)
{
    auto opened = EventLog::open(folder.path(), ticking());
    if (!opened) FAIL(opened.error().message);
    return std::move(opened->log);
}

inline std::string in_text(const std::vector<Event> &events)
{
    std::string text;
    for (const Event &event : events) {
        text += std::to_string(event.sequence) + event.id + std::to_string(event.time_ms) +
                event.type + std::to_string(event.version) + event.learner +
                to_text(event.payload) + event.pseudonym + '\n';
    }
    return text;
}

inline std::string all_text(const EventLog &log)
{
    const auto events = log.read_from(1);
    REQUIRE(events);
    return in_text(*events);
}

inline std::string content_of(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_content(const std::string &path, const std::string &content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

} // namespace mvr::store
