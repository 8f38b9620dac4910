#pragma once

#include "store/event_store.hpp"
#include "store/state.hpp"
#include "store/stream_keys.hpp"

#include <optional>
#include <vector>

namespace mvr::store {

/// The state as snapshot parts, each sealed under the key of the learner whom it is about, so that
/// it goes with that key. Thread: that of `keys`.
std::vector<SnapshotPart> seal_snapshot(const State &state, StreamKeys &keys,
                                        const RecordHead &folded_to);

/// The state that a snapshot holds; empty when a part does not open, is of another version, or is
/// missing, in which case everything is folded again.
std::optional<State> open_snapshot(const EventStore::Snapshot &snapshot, StreamKeys &keys);

} // namespace mvr::store
