#pragma once

#include "store/open_vault.hpp"
#include "store/sealer.hpp"
#include "store/spill.hpp"
#include "store/state.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mvr::store {

/// Where the events of this process go.
enum class RecordMode {
    opening,   ///< not known yet
    open,      ///< into the vault
    spill,     ///< into a spill file, since another process has the vault
    read_only, ///< nowhere: a newer program wrote the vault
    memory,    ///< nowhere: there is no vault that can be opened
};

/// Something that a person should know of the record.
struct Notice {
    std::string text;
    std::string remedy; ///< may be empty
};

/// A record that was opened, with the state folded from it.
struct OpenedRecord {
    RecordMode mode = RecordMode::open; ///< or read_only
    std::string path;
    State state;
    std::unique_ptr<Sealer> sealer;
    RecordHead head;
    std::int64_t snapshot_at = 0; ///< sequence up to which a snapshot had the state
    std::vector<Notice> notices;
    std::vector<SpilledEvent> spilled; ///< what other processes left beside it, to be merged
};

/// Why there is none, for now.
struct RecordNotOpened {
    RecordMode mode = RecordMode::memory; ///< or spill
    Error reason;
    std::optional<vault::VaultKeys> keys; ///< to name learners, in mode spill
};

/// Events on their way to disk: sealed for the vault, or in plain text for the spill file.
struct WriteBatch {
    RecordMode mode = RecordMode::open;
    SealedBatch sealed;
    std::vector<SpilledEvent> plain;
    std::vector<Id> merged_ids;
};

/// A chunk of a learner's raw trace.
struct TraceWrite {
    vault::Pseudonym learner{};
    vault::Bytes plain;
};

/// A state and how far it was folded.
struct StateSnapshot {
    State state;
    RecordHead folded_to;
};

/// The disk side of the record: opens it, appends, syncs, checkpoints, keeps snapshots. Whoever
/// decides never waits for it.
///
/// Thread: record writer, all members but the constructor.
class RecordWriter {
  public:
    struct Listener {
        std::function<void(OpenedRecord)> opened;
        std::function<void(RecordNotOpened)> not_opened;
        std::function<void(std::vector<SpilledEvent>)> spilled; ///< found while running
        std::function<void(Notice)> noticed;                    ///< found by verifying when idle
    };

    RecordWriter(std::string folder, Clock clock, Listener listener);
    ~RecordWriter();
    RecordWriter(const RecordWriter &) = delete;
    RecordWriter &operator=(const RecordWriter &) = delete;

    /// Opens the vault and folds its state, or says why it cannot be opened.
    void open();

    /// When it returns without an error the batch is on disk.
    /// Errors: Errc::storage_unavailable; Errc::conflict when the mode has changed meanwhile.
    Result<void> write(const WriteBatch &batch);

    /// Seals a snapshot and keeps it; a failure is logged and costs only time at the next opening.
    void save(const StateSnapshot &snapshot);

    // Raw traces (TraceStore): nobody's learning waits for them.

    /// Keeps one chunk of a learner's trace; of one who is not in the record, none. What fails is
    /// logged.
    void add_trace(const TraceWrite &trace);
    /// Deletes the traces of everybody else. Errors: as TraceStore; then they may still be there.
    Result<void> keep_traces_of(const std::vector<vault::Pseudonym> &learners);
    /// A learner's chunks. Errors: Errc::conflict without a record; as TraceStore.
    Result<TraceStore::Chunks> read_traces(const vault::Pseudonym &learner);

    /// Merged events are on disk: their spill files can go.
    void spills_merged();

    /// Writes every event, opened, as one JSON object a line, to `path` (0600); how many.
    /// Errors: Errc::conflict without a record; Errc::storage_unavailable for the file.
    Result<std::int64_t> export_events(const std::string &path);

    /// Destroys the key of everything that the record has of this learner; the id of their stream.
    /// Errors: Errc::conflict without a record; Errc::not_found when it has nothing of them;
    /// Errc::storage_unavailable, then call it again.
    Result<Id> erase(const std::string &learner);

    /// Reads another vault's events, to be merged into this one; those that are here already are
    /// left out. Errors: as `open_vault`; Errc::conflict without a record of our own.
    Result<std::vector<SpilledEvent>> read_other(const std::string &folder);

    /// Work for idle moments: looks for spill files (every 5 s), tries to open again a vault that
    /// another process had, checkpoints, verifies a little. `idle` says whether nothing was written
    /// of late.
    void tick(bool idle);

    /// Checkpoints and closes.
    void close();

  private:
    Result<void> try_open(bool may_create);
    void try_again();
    void say_not_opened(const Error &reason);
    std::vector<SpilledEvent> collect();
    void collect_spills();
    void finish_spills();
    void verify_a_little();

    std::string folder_;
    Clock clock_;
    Listener listener_;
    std::unique_ptr<OpenedVault> vault_;
    std::unique_ptr<SpillFolder> spills_;
    std::unique_ptr<SpillWriter> spill_;
    std::set<std::string> said_; ///< of damaged spill files
    bool was_there_ = false;     ///< another process had the vault
    bool merging_ = false;
    bool retries_ = false; ///< opening failed for a reason that may pass
    bool needs_checkpoint_ = false;
    bool verified_ = false;
    TimeMs next_look_ms_ = 0;
};

} // namespace mvr::store
