#pragma once

// store: the sealed, append-only record of learning, and the learners' state that is folded from
// it. It knows nothing of sockets, Python or what a tool is.

#include "support/clock.hpp"
#include "support/json.hpp"

#include <cstdint>
#include <string>

namespace mvr::store {

/// A fact on its way into the record.
struct NewEvent {
    std::string type;    ///< one of event_type
    int version = 1;     ///< of the payload's schema
    std::string learner; ///< the id as the client gave it; empty for an event of no learner
    Json payload = Json::object();
};

/// A fact of the record.
struct Event {
    std::int64_t sequence = 0; ///< 1, 2, 3 …; 0 for a fact that will never be written
    std::string id;            ///< UUID v7
    TimeMs time_ms = 0;
    std::string type;
    int version = 1;
    std::string learner;
    Json payload;
    std::string pseudonym; ///< the learner's keyed hash, empty for an event of no learner
};

} // namespace mvr::store
