#pragma once

#include "store/event.hpp"
#include "support/uuid.hpp"

#include <span>
#include <vector>

namespace mvr::store {

/// Gives events their numbers (from `first_sequence` on), ids and time; `pseudonym(learner)` names
/// learners.
template <class Pseudonym>
std::vector<Event> stamped(std::span<const NewEvent> events, std::int64_t first_sequence,
                           TimeMs now, Pseudonym pseudonym)
{
    std::vector<Event> stamped;
    stamped.reserve(events.size());
    for (const NewEvent &event : events) {
        stamped.push_back({first_sequence++, new_uuid(now), now, event.type, event.version,
                           event.learner, event.payload,
                           event.learner.empty() ? std::string() : pseudonym(event.learner)});
    }
    return stamped;
}

} // namespace mvr::store
