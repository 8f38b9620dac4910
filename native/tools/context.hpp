#pragma once

#include "store/record.hpp"
#include "support/clock.hpp"
#include "tools/recording.hpp"

#include <memory>
#include <string>
#include <vector>

namespace mvr::tools {

/// What the tools work with. The host fills in the record before the first call, and for each call
/// its recording. Thread: engine.
struct Context {
    store::Record *record = nullptr;
    Clock clock = system_time_ms;
    std::shared_ptr<Recording> recording; ///< of the call that is being worked on
    std::string learner_at_window;        ///< whose unit runs in Blender; empty while none does

    std::string timestamp() const { return iso8601(clock()); }
    const store::State &state() const { return record->state(); }

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
