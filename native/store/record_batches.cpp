#include "store/event_id.hpp"
#include "store/record.hpp"
#include "vault/seal.hpp"

#include <vector>

namespace mvr::store {

const vault::Pseudonym &Record::name_of(const std::string &learner)
{
    if (const auto known = names_.find(learner); known != names_.end()) return known->second;
    return names_.emplace(learner, keys().pseudonym(learner)).first->second;
}

/// What stands around an event's text, in either kind of batch.
template <class Target> Target Record::header_of(const Event &event)
{
    Target target;
    if (!event.learner.empty()) target.learner = name_of(event.learner);
    target.id = id_of(event.id);
    target.time_ms = event.time_ms;
    return target;
}

WriteBatch Record::seal_unsent()
{
    WriteBatch batch;
    batch.mode = RecordMode::open;
    std::vector<PlainEvent> events;
    for (const Outgoing &entry : outbox_.unsent()) {
        for (std::size_t i = 0; i < entry.events.size(); ++i) {
            events.push_back(header_of<PlainEvent>(entry.events[i]));
            events.back().plain = vault::as_bytes(entry.plain[i]);
        }
        batch.merged_ids.insert(batch.merged_ids.end(), entry.merged.begin(), entry.merged.end());
    }
    batch.sealed = sealer_->seal(events);
    return batch;
}

WriteBatch Record::spill_unsent()
{
    WriteBatch batch;
    batch.mode = RecordMode::spill;
    for (const Outgoing &entry : outbox_.unsent()) {
        for (std::size_t i = 0; i < entry.events.size(); ++i) {
            batch.plain.push_back(header_of<SpilledEvent>(entry.events[i]));
            const auto bytes = vault::as_bytes(entry.plain[i]);
            batch.plain.back().plain.assign(bytes.begin(), bytes.end());
        }
    }
    return batch;
}

} // namespace mvr::store
