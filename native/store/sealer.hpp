#pragma once

#include "store/stream_keys.hpp"

#include <optional>
#include <span>
#include <vector>

namespace mvr::store {

/// An event as it goes to the sealer.
struct PlainEvent {
    std::optional<vault::Pseudonym> learner; ///< none: the event belongs to no learner
    Id id{};
    TimeMs time_ms = 0;
    std::span<const std::byte> plain; ///< whatever the caller reads again later
};

/// What one `seal` gives: rows that belong in one commit.
struct SealedBatch {
    std::int64_t expected_last = 0;
    std::vector<SealedRow> rows;        ///< the last one marked
    std::vector<StreamRow> new_streams; ///< to be written with them
};

/// Seals events in order, ahead of the writer: it knows the end of the chain as it will be when
/// everything sealed so far is on disk.
///
/// Batches must be written in the order in which they were sealed. Two batches may be written in
/// one commit (`merge`).
/// Thread: one at a time (the one that decides what happens next).
class Sealer {
  public:
    /// `head`: the store's; `keys`: of the store's streams.
    Sealer(StreamKeys keys, const RecordHead &head);

    /// The end of the chain with everything sealed so far.
    const RecordHead &tail() const { return tail_; }

    /// Seals the events behind the tail. A learner without a stream gets one.
    ///
    /// Throws Failure when `events` is empty.
    SealedBatch seal(std::span<const PlainEvent> events);

    /// The disk failed for good: everything sealed after `head` was never written. Streams made
    /// since are forgotten.
    void rollback_to(const RecordHead &head);

    /// Everything up to `sequence` is on disk: streams made up to there stay on a rollback.
    void written(std::int64_t sequence);

    /// For reading what was sealed, and to tell it what was erased.
    StreamKeys &keys() { return keys_; }

  private:
    struct Made {
        std::int64_t sequence = 0; ///< of the first row that needs it
        Id stream{};
    };
    const Id &stream_for(const PlainEvent &event, std::int64_t sequence, SealedBatch &batch);

    StreamKeys keys_;
    RecordHead tail_;
    std::vector<Made> unwritten_;
};

/// Was `next` sealed directly after `first`?
bool adjoin(const SealedBatch &first, const SealedBatch &next);

/// Puts `next`, sealed directly after `first`, into the same commit.
///
/// Throws Failure when they do not adjoin.
void merge(SealedBatch &first, SealedBatch next);

} // namespace mvr::store
