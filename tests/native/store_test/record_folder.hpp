#pragma once

#include "store/log.hpp"

#include "test_folder.hpp"

#include <string>
#include <vector>

namespace mvr::store {

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

} // namespace mvr::store
