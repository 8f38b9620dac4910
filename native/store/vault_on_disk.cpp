#include "store/vault_on_disk.hpp"

#include "store/erase_copies.hpp"
#include "store/erase_spills.hpp"
#include "store/packed_tombstone.hpp"
#include "store/rebuild.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {

VaultOnDisk::VaultOnDisk(VaultFiles files, vault::Key vault_key, OpenOptions options,
                         std::unique_ptr<os::FileLock> lock, VaultReport report, HeadFile head_file,
                         Inspected inspected)
    : lock_(std::move(lock)), files_(std::move(files)), vault_key_(std::move(vault_key)),
      keys_(vault_key_), options_(std::move(options)), traces_(files_.traces()),
      report_(std::move(report))
{
    report_.read_only = inspected.read_only;
    report_.migrated_until = inspected.migrated_until;
    SqliteEventStore::Parts parts{
        files_,
        options_.clock,
        keys_.signer.verify_key(),
        std::move(inspected.db),
        inspected.head,
        std::move(head_file),
        inspected.read_only,
        [this](const RecordHead &head) { return keys_.signer.sign(signed_head(head)); },
        [this](const RecordEnd &head) { return repair(head); }};
    store_ = std::make_unique<SqliteEventStore>(std::move(parts));
}

Result<std::unique_ptr<SQLite::Database>> VaultOnDisk::repair(const RecordEnd &head)
{
    auto rebuilt = rebuild(files_, vault_key_, head, options_, "found while it was open");
    if (!rebuilt) return rebuilt.error();
    {
        const std::lock_guard lock(findings_mutex_);
        std::ranges::move(rebuilt->findings, std::back_inserter(findings_));
    }
    return guarded(files_.database(), [&]() -> Result<std::unique_ptr<SQLite::Database>> {
        return open_database(files_.database());
    });
}

std::vector<Finding> VaultOnDisk::take_findings()
{
    const std::lock_guard lock(findings_mutex_);
    return std::exchange(findings_, {});
}

Result<StreamKeys> VaultOnDisk::keys()
{
    const auto streams = store_->streams();
    if (!streams) return streams.error();
    return StreamKeys(vault_keys(), *streams);
}

Result<VerifyProgress> VaultOnDisk::verify_step(std::int64_t rows)
{
    const std::int64_t events = store_->head().sequence;
    const std::int64_t until = std::min(events, verified_ + std::max<std::int64_t>(rows, 1));
    bool bad_mark = false;
    const auto read =
        store_->read_range(verified_ + 1, until, [&](const SealedRow &row, RowCondition condition) {
            if (condition == RowCondition::damaged || !row.mark) return;
            bad_mark = bad_mark || *row.mark != commit_mark({row.sequence, row.link}, keys_);
        });
    if (!read) return read.error();
    if (report_.read_only.empty() && (store_->suspect() || bad_mark)) {
        if (auto repaired = store_->repair(); !repaired) return repaired.error();
    }
    VerifyProgress progress{until, events, until == events, take_findings()};
    verified_ = progress.done ? 0 : until;
    return progress;
}

Result<Tombstone> VaultOnDisk::erase(const vault::Pseudonym &learner, const std::string &cause)
{
    const auto streams = store_->streams();
    if (!streams) return streams.error();
    const auto found =
        std::ranges::find_if(*streams, [&](const StreamRow &s) { return s.pseudonym == learner; });
    if (found == streams->end()) {
        return Error{Errc::not_found, "the record has nothing of this learner", "", ""};
    }
    Tombstone tombstone;
    tombstone.kind = Tombstone::Kind::stream_erased;
    tombstone.stream = found->id;
    tombstone.time_ms = options_.clock();
    tombstone.cause = cause.substr(0, longest_cause_bytes);
    sign(tombstone, keys_.signer);
    if (auto done = traces_.forget(found->id); !done) return done.error();
    // Spills and copies first: as long as the record itself still has the key, erasing can be
    // repeated.
    if (auto done = erase_from_spills(files_, keys_, learner); !done) return done.error();
    if (auto done = erase_from_copies(files_, vault_key_, *found, tombstone); !done) {
        return done.error();
    }
    if (auto done = store_->erase(tombstone); !done) return done.error();
    return tombstone;
}

Result<Tombstone> VaultOnDisk::purge(std::int64_t sequence, const std::string &cause)
{
    Tombstone tombstone;
    tombstone.kind = Tombstone::Kind::row_purged;
    tombstone.sequence = sequence;
    tombstone.time_ms = options_.clock();
    tombstone.cause = cause.substr(0, longest_cause_bytes);
    sign(tombstone, keys_.signer);
    if (auto done = store_->purge(tombstone); !done) return done.error();
    return tombstone;
}

} // namespace mvr::store
