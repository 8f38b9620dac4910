#include "store/sealer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mvr::store {

Sealer::Sealer(StreamKeys keys, const RecordHead &head) : keys_(std::move(keys)), tail_(head) {}

SealedBatch Sealer::seal(std::span<const PlainEvent> events)
{
    if (events.empty()) throw Failure({Errc::internal, "there is nothing to seal", "", ""});
    rollback_to(tail_); // of a seal that did not get to its end
    RecordHead tail = tail_;
    SealedBatch batch{tail.sequence, {}, {}};
    batch.rows.reserve(events.size());
    const auto nonces = vault::fresh_nonces(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const PlainEvent &event = events[i];
        SealedRow &row = batch.rows.emplace_back();
        row.sequence = tail.sequence + 1;
        row.stream = stream_for(event, row.sequence, batch);
        row.id = event.id;
        row.time_ms = event.time_ms;
        const auto key = keys_.key(row.stream);
        if (!key) throw Failure(key.error()); // a stream that this sealer names has a key
        const auto context = seal_context(row);
        row.sealed = vault::seal(**key, vault::as_text(context), event.plain, nonces[i]);
        row.sealed_hash = vault::hash_of(row.sealed);
        row.link = link_of(row, tail.link);
        tail = {row.sequence, row.link};
    }
    batch.rows.back().mark = commit_mark(tail, keys_.vault());
    tail_ = tail;
    return batch;
}

const Id &Sealer::stream_for(const PlainEvent &event, std::int64_t sequence, SealedBatch &batch)
{
    if (!event.learner) return ownerless_stream;
    if (const Id *known = keys_.stream_of(*event.learner)) return *known;
    batch.new_streams.push_back(keys_.make(*event.learner));
    unwritten_.push_back({sequence, batch.new_streams.back().id});
    return *keys_.stream_of(*event.learner);
}

void Sealer::rollback_to(const RecordHead &head)
{
    for (; !unwritten_.empty() && unwritten_.back().sequence > head.sequence;
         unwritten_.pop_back()) {
        keys_.remove(unwritten_.back().stream);
    }
    tail_ = head;
}

void Sealer::written(std::int64_t sequence)
{
    std::erase_if(unwritten_, [&](const Made &made) { return made.sequence <= sequence; });
}

bool adjoin(const SealedBatch &first, const SealedBatch &next)
{
    return first.expected_last + static_cast<std::int64_t>(first.rows.size()) == next.expected_last;
}

void merge(SealedBatch &first, SealedBatch next)
{
    if (!adjoin(first, next))
        throw Failure({Errc::internal, "these batches are not neighbours", "", ""});
    first.rows.back().mark.reset(); // one commit, one mark
    std::ranges::move(next.rows, std::back_inserter(first.rows));
    std::ranges::move(next.new_streams, std::back_inserter(first.new_streams));
}

} // namespace mvr::store
