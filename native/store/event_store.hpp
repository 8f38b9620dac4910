#pragma once

#include "store/sealed_row.hpp"
#include "support/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

/// What can be said of a row without a key.
enum class RowCondition {
    present, ///< its bytes are those that were written, in their place in the chain
    erased,  ///< as `present`, but its stream's key was destroyed
    purged,  ///< its bytes were removed, signed; header and chain stay
    damaged, ///< altered or missing; only `sequence` can be relied on, and the other members are
             ///< empty where they could not be read
};

/// Rows to be written together.
struct Append {
    std::int64_t expected_last = 0;         ///< the sequence after which they were sealed
    std::span<const SealedRow> rows;        ///< in order, from `expected_last` + 1, the last marked
    std::span<const StreamRow> new_streams; ///< that the rows need and the store does not have
    std::span<const Id> merged_ids;         ///< of the rows that came from a spill file
};

/// A part of the folded state, sealed by whoever folded it.
struct SnapshotPart {
    std::string fold; ///< the fold's name
    Id stream{};      ///< whose; `ownerless_stream` for what is nobody's or everybody's
    vault::Bytes sealed;
};

/// Rows of sealed events, in order, and what belongs to them. It knows no key, no event type and no
/// JSON. Behind it stands SQLite (sqlite_event_store.hpp); a server's database can stand there too.
///
/// Errors, all members: Errc::storage_unavailable when the disk fails (nothing was changed; try
/// again); Errc::unsupported when the store was opened read-only and the call writes.
/// Thread: any, all members; calls are served one after another, and `read` lets others in between.
class EventStore {
  public:
    using Visit = std::function<void(const SealedRow &, RowCondition)>;
    using HeadListener = std::function<void(const RecordHead &)>;

    virtual ~EventStore() = default;

    virtual RecordHead head() const = 0;

    /// Empty when it can be written, else why not, one sentence.
    virtual std::string read_only() const = 0;

    /// Writes all or none; when it returns they are on disk.
    ///
    /// Errors: Errc::conflict when `expected_last` is not the head's sequence, or an id of
    /// `merged_ids` was merged before. Throws Failure when the rows are not numbered from there or
    /// the last is not marked.
    virtual Result<void> append(const Append &append) = 0;

    /// Visits the rows from `from` on, in order, up to what was the head at the call; each number
    /// once, a missing one as `damaged`. The row is valid during the call only. `visit` may call
    /// back into the store.
    virtual Result<void> read(std::int64_t from, const Visit &visit) = 0;

    /// Calls `listener` after each commit, in the thread that made it. One at a time; an empty one
    /// ends it. With `read` from the last seen sequence on, nothing is missed.
    virtual void follow(HeadListener listener) = 0;

    /// Every stream that has a key, sorted. SQLite keeps them twice, and where one of the two was
    /// altered both are here: StreamKeys takes the one that opens.
    virtual Result<std::vector<StreamRow>> streams() = 0;
    virtual Result<std::vector<Tombstone>> tombstones() = 0;

    /// Whether an event of this id came in from a spill file before.
    virtual Result<bool> was_merged(const Id &id) = 0;

    /// Removes what ties `tombstone.stream` to a person, with its key and its snapshot parts, and
    /// keeps the signed tombstone. Its rows stay and read as erased. Copies of the store are
    /// another matter: OpenedVault::erase.
    ///
    /// Errors: Errc::not_found when there is no such stream.
    virtual Result<void> erase(const Tombstone &tombstone) = 0;

    /// Removes the sealed bytes of the row `tombstone.sequence`; header and chain stay.
    ///
    /// Errors: Errc::not_found when there is no such row.
    virtual Result<void> purge(const Tombstone &tombstone) = 0;

    /// Replaces the whole snapshot by these parts and says up to where it is folded.
    virtual Result<void> save(const RecordHead &folded_to, std::span<const SnapshotPart> parts) = 0;

    /// The parts as they were saved, and how far they go; nothing when there is no snapshot or it
    /// cannot be read.
    struct Snapshot {
        RecordHead folded_to;
        std::vector<SnapshotPart> parts;
    };
    virtual Result<Snapshot> load() = 0;

    /// Throws the whole snapshot away.
    virtual Result<void> forget_snapshot() = 0;

    /// Tidies up what the last commits left (SQLite: copies the write-ahead file into the
    /// database). Call when idle.
    virtual Result<void> checkpoint() = 0;
};

} // namespace mvr::store
