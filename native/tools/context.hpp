#pragma once

#include "store/record.hpp"
#include "support/clock.hpp"
#include "tools/lesson_shape.hpp"
#include "tools/recording.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace mvr::tools {

/// What a tool that only reads sees: the state, and the lesson in the open file, as they were
/// published last. Thread: any, as long as nothing in it is replaced.
struct ReadContext {
    const store::State *learners = nullptr;
    std::string learner_at_window;        ///< whose unit runs in Blender; empty while none does
    std::shared_ptr<const Lesson> lesson; ///< null until Blender has read it

    const store::State &state() const { return *learners; }
};

/// What the other tools work with. The host fills in the record before the first call, and for each
/// call its recording. Thread: engine.
struct Context : ReadContext {
    store::Record *record = nullptr;
    Clock clock = system_time_ms;
    std::shared_ptr<Recording> recording;                  ///< of the call that is being worked on
    std::string session_at_window = {};                    ///< of `learner_at_window`
    std::map<std::string, std::int64_t> interactions = {}; ///< tracked, by session

    std::string timestamp() const { return iso8601(clock()); }

    /// Puts events that were decided on the present state into the record; their ids. The call's
    /// reply waits until they are on disk.
    std::vector<std::string> keep(std::vector<store::NewEvent> events) const
    {
        return record->record(std::move(events), Recording::expect(recording));
    }
    std::vector<std::string> keep(store::NewEvent event) const
    {
        std::vector<store::NewEvent> events;
        events.push_back(std::move(event));
        return keep(std::move(events));
    }
};

} // namespace mvr::tools
