#pragma once

// store: the sealed, append-only record of learning, and the learners' state that is folded from
// it. It knows nothing of sockets, Python or what a tool is.

#include "store/events.hpp"
#include "support/clock.hpp"
#include "support/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace mvr::store {

/// A fact on its way into the record.
struct NewEvent {
    std::string learner; ///< the id as the client gave it; empty for an event of no learner
    Payload payload;
};

/// A fact of the record.
struct Event {
    std::int64_t sequence = 0; ///< 1, 2, 3 …; 0 while it waits for the disk
    std::string id;            ///< UUID v7
    TimeMs time_ms = 0;
    std::string learner;
    Payload payload;
};

/// The event that carries `payload`; `learner` is empty for an event of no learner.
inline NewEvent new_event(std::string learner, Payload payload)
{
    return {std::move(learner), std::move(payload)};
}

/// The name of a payload's kind in the record, and the current version of its shape.
std::string_view type_of(const Payload &payload);
int version_of(const Payload &payload);

/// The payload as JSON, in the current version's shape.
Json payload_json(const Payload &payload);

/// What is sealed of an event: its kind, version, learner and payload, as JSON text. Thread: any.
std::string encode_event(const std::string &learner, const Payload &payload);

/// What was sealed, brought up to the current version: whoever folds never sees an old shape.
struct DecodedEvent {
    std::string learner;
    Payload payload; ///< UnknownEvent for a kind or a version that this program does not know
};

/// Reverses `encode_event`, from any version that ever was.
/// Errors: Errc::tampered for text that no version of this program wrote. Thread: any.
Result<DecodedEvent> decode_event(std::string_view plain);

} // namespace mvr::store
