#pragma once

#include "store/event_store.hpp"
#include "store/state.hpp"
#include "store/stream_keys.hpp"

namespace mvr::store {

/// The state of all learners as the record in a store gives it.
struct ReplayedState {
    State state;
    std::int64_t snapshot_at = 0; ///< sequence up to which a snapshot had it
};

/// Takes the snapshot where it can be used, and folds the rows behind it; those of erased learners
/// say nothing.
/// Errors: those of `EventStore::read`. Thread: that of `keys`.
Result<ReplayedState> replay(EventStore &store, StreamKeys &keys);

} // namespace mvr::store
