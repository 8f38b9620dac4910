#pragma once

#include "store/event_store.hpp"
#include "store/spill_entry.hpp"
#include "support/os.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mvr::store {

/// Where a second process writes while another one has the record: a file of its own beside it,
/// `spill-<random>.sealed` (0600), each event sealed to the vault's public key, which this process
/// cannot read again.
///
/// Layout of an entry: mark (8 bytes), length (4, little endian), sealed box of: learner (1 + 16),
/// id (16), time (8), plain. An entry that was merged is zeros. Thread: one at a time.
class SpillWriter {
  public:
    /// Makes the file at the first `append`, and holds its lock from then on, which says that its
    /// writer lives.
    SpillWriter(std::string folder, const vault::Box::PublicKey &vault_key);

    /// Appends all of `events`; when it returns they are on disk.
    ///
    /// Errors: Errc::storage_unavailable; none of them is in the file then.
    Result<void> append(std::span<const SpilledEvent> events);

    /// The file, empty before the first `append`.
    const std::string &path() const { return path_; }

  private:
    Result<void> create();

    std::string folder_;
    vault::Box::PublicKey vault_key_;
    std::string path_;
    std::unique_ptr<os::AppendFile> file_;
};

/// What other processes left beside the record, for the one that holds the record's lock.
///
///     auto waiting = spills.collect(store);     // at opening, and every 5 s
///     ... seal, append with merged_ids, fold ...
///     spills.finish();                          // when the append is on disk
///
/// Idempotent: an event whose id was merged before is not collected again, also when the process
/// died between `append` and `finish`. Thread: one at a time.
class SpillFolder {
  public:
    SpillFolder(std::string folder, vault::VaultKeys keys);

    /// What waits, in the order of time (events of the same time in the order of their file). An
    /// entry that was cut off at the end of a file is left for later: its writer never heard
    /// that it is saved.
    ///
    /// Errors: Errc::storage_unavailable.
    Result<std::vector<SpilledEvent>> collect(EventStore &store);

    /// Everything collected last is in the record: overwrites those entries, and removes the files
    /// whose writers are gone. A file with an entry that does not open is kept, under
    /// `spill-<random>.damaged`.
    ///
    /// Errors: Errc::storage_unavailable; call `collect` and `finish` again later.
    Result<void> finish();

    /// Entries that do not open, as far as `collect` met any; one sentence each, for the report.
    const std::vector<std::string> &problems() const { return problems_; }

  private:
    struct Collected {
        std::string path;
        SpillFile file;
    };
    std::string folder_;
    vault::VaultKeys keys_;
    std::vector<Collected> collected_;
    std::vector<std::string> problems_;
};

} // namespace mvr::store
