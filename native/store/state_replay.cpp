#include "store/state_replay.hpp"

#include "store/event_id.hpp"
#include "store/sealed_snapshot.hpp"
#include "support/log.hpp"

#include <utility>

namespace mvr::store {
namespace {

/// The state as far as a snapshot has it.
ReplayedState restore(EventStore &store, StreamKeys &keys)
{
    const auto snapshot = store.load();
    if (!snapshot) return {};
    auto state = open_snapshot(*snapshot, keys);
    if (!state) return {};
    return {*std::move(state), snapshot->folded_to.sequence};
}

/// Folds what the rows from `from` on say.
Result<void> fold(EventStore &store, StreamKeys &keys, State &state, std::int64_t from)
{
    return store.read(from, [&](const SealedRow &row, RowCondition condition) {
        if (condition != RowCondition::present) return;
        const auto plain = keys.unseal(row);
        if (!plain) return;
        auto decoded = decode_event(vault::as_text(*plain));
        if (!decoded) {
            log_error("event " + std::to_string(row.sequence) + ": " + decoded.error().message);
            return;
        }
        state.apply({row.sequence, id_text(row.id), row.time_ms, std::move(decoded->learner),
                     std::move(decoded->payload)});
    });
}

} // namespace

Result<ReplayedState> replay(EventStore &store, StreamKeys &keys)
{
    ReplayedState replayed = restore(store, keys);
    auto folded = fold(store, keys, replayed.state, replayed.snapshot_at + 1);
    if (!folded) return folded.error();
    return replayed;
}

} // namespace mvr::store
