#include "store/event_id.hpp"
#include "store/record.hpp"
#include "vault/seal.hpp"

#include <vector>

namespace mvr::store {
namespace {

/// What stands around an event's text, in either kind of batch.
template <class Target> Target header_of(const Event &event, const vault::VaultKeys &keys)
{
    Target target;
    if (!event.learner.empty()) target.learner = keys.pseudonym(event.learner);
    target.id = id_of(event.id);
    target.time_ms = event.time_ms;
    return target;
}

} // namespace

WriteBatch Record::seal_outstanding()
{
    WriteBatch batch;
    batch.mode = RecordMode::open;
    std::vector<PlainEvent> events;
    for (const Entry &entry : outstanding_) {
        for (std::size_t i = 0; i < entry.events.size(); ++i) {
            events.push_back(header_of<PlainEvent>(entry.events[i], keys()));
            events.back().plain = vault::as_bytes(entry.plain[i]);
        }
        batch.merged_ids.insert(batch.merged_ids.end(), entry.merged.begin(), entry.merged.end());
    }
    batch.sealed = sealer_->seal(events);
    return batch;
}

WriteBatch Record::spill_outstanding() const
{
    WriteBatch batch;
    batch.mode = RecordMode::spill;
    for (const Entry &entry : outstanding_) {
        for (std::size_t i = 0; i < entry.events.size(); ++i) {
            batch.plain.push_back(header_of<SpilledEvent>(entry.events[i], keys()));
            const auto bytes = vault::as_bytes(entry.plain[i]);
            batch.plain.back().plain.assign(bytes.begin(), bytes.end());
        }
    }
    return batch;
}

} // namespace mvr::store
