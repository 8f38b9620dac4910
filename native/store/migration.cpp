#include "store/migration.hpp"

#include "store/format1.hpp"
#include "store/key_file.hpp"
#include "store/rebuild.hpp"
#include "store/record_meta.hpp"
#include "store/row_io.hpp"
#include "store/schema.hpp"
#include "store/sealer.hpp"
#include "support/os.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
namespace {

constexpr std::size_t rows_a_transaction = 500;

/// The bytes behind hexadecimal digits, hyphens left out; nothing unless there are 16.
std::optional<Id> from_hex(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c != '-'; });
    const auto padded = vault::key_from_hex(digits + std::string(digits.size(), '0'));
    if (digits.size() != 32 || !padded) return std::nullopt;
    Id id;
    std::copy_n(padded->bytes().begin(), id.size(), id.begin());
    return id;
}

/// Seals the events of format 1 into a new database of format 2.
class Migration {
  public:
    Migration(SQLite::Database &db, const vault::Key &vault_key, const OpenOptions &options)
        : db_(db), insert_(db, insert_sealed_row), keys_(vault_key), options_(options),
          sealer_(StreamKeys(vault::VaultKeys(vault_key), {}), RecordHead{})
    {
        db_.exec("BEGIN IMMEDIATE");
    }

    void take(const RowV1 &row)
    {
        const auto id = from_hex(row.id);
        if (!row.readable || !id) return lose(row.sequence);
        Waiting next;
        next.id = *id;
        next.time_ms = row.time_ms;
        if (!row.pseudonym.empty()) next.learner = from_hex(row.pseudonym);
        next.plain = options_.convert_v1({row.sequence, row.version, row.plain});
        waiting_.push_back(std::move(next));
        ++taken_;
        if (waiting_.size() == rows_a_transaction) write();
    }

    void finish()
    {
        write();
        write_meta(db_, keys_, options_.event_catalog);
        set_signed_number(db_, keys_, migrated_entry, sealer_.tail().sequence);
        db_.exec("COMMIT");
    }

    std::int64_t taken() const { return taken_; }
    std::int64_t lost() const { return lost_; }

  private:
    struct Waiting {
        std::optional<vault::Pseudonym> learner;
        Id id{};
        TimeMs time_ms = 0;
        vault::Bytes plain;
    };

    void write()
    {
        if (waiting_.empty()) return;
        std::vector<PlainEvent> events;
        events.reserve(waiting_.size());
        for (const Waiting &one : waiting_)
            events.push_back({one.learner, one.id, one.time_ms, one.plain});
        const SealedBatch batch = sealer_.seal(events);
        for (const SealedRow &row : batch.rows)
            insert_row_into(insert_, row);
        insert_streams(db_, batch.new_streams);
        sealer_.written(sealer_.tail().sequence);
        waiting_.clear();
        db_.exec("COMMIT; BEGIN IMMEDIATE");
    }

    /// The number stays empty; the chain goes on from a link that the tombstone names.
    void lose(std::int64_t sequence)
    {
        write();
        Tombstone tombstone;
        tombstone.kind = Tombstone::Kind::rows_lost;
        tombstone.sequence = tombstone.last = sequence;
        tombstone.time_ms = options_.clock();
        tombstone.link = vault::hash_of(vault::random_key().bytes());
        tombstone.cause = "it could not be read in the record of release 0.1.0";
        sign(tombstone, keys_.signer);
        insert_tombstone(db_, tombstone);
        sealer_.rollback_to({sequence, *tombstone.link});
        ++lost_;
    }

    SQLite::Database &db_;
    SQLite::Statement insert_;
    vault::VaultKeys keys_;
    const OpenOptions &options_;
    Sealer sealer_;
    std::vector<Waiting> waiting_;
    std::int64_t taken_ = 0;
    std::int64_t lost_ = 0;
};

Result<void> write_migrated(const VaultFiles &files, const vault::Key &vault_key,
                            const OpenOptions &options, VaultReport &report)
{
    if (auto created = create_record(files.unfinished()); !created) return created;
    const auto db = open_database(files.unfinished());
    checkpoint_on_close(*db, true);
    Migration migration(*db, vault_key, options);
    auto read = read_format1(files.database_v1(), vault_key,
                             [&](const RowV1 &row) { migration.take(row); });
    if (!read) return read;
    migration.finish();
    report.migrated = migration.taken();
    if (migration.lost() > 0) {
        report.findings.push_back(
            {Finding::Kind::row_lost, 0, std::nullopt,
             std::to_string(migration.lost()) +
                 " events of the record of release 0.1.0 could not be "
                 "read",
             "Put record-v1.sqlite back from a backup if you have one that holds them.", ""});
    }
    return {};
}

} // namespace

Result<void> migrate_v1(const VaultFiles &files, const vault::Key &vault_key,
                        const OpenOptions &options, VaultReport &report)
{
    if (!options.convert_v1) {
        return Error{Errc::unsupported, "the record was written by release 0.1.0", "",
                     "Open it with Malloc VR in Blender, which takes it over."};
    }
    auto written = guarded(files.unfinished(),
                           [&] { return write_migrated(files, vault_key, options, report); });
    if (!written) {
        remove_with_wal(files.unfinished());
        return written;
    }
    if (auto moved = finish_database(files); !moved) return moved;
    if (auto taken = take_finished(files, options.clock()); !taken) return taken;
    report.migrated_from = files.matching("record-v1.migrated-", ".sqlite").back();
    return {};
}

Result<RestoredV1> restore_v1(const std::string &folder, const OpenOptions &options,
                              const ExportRow &export_row)
{
    const VaultFiles files(folder);
    const auto copies = files.matching("record-v1.migrated-", ".sqlite");
    if (copies.empty()) {
        return Error{Errc::not_found, "'" + folder + "' holds no record of release 0.1.0", "",
                     "Choose the folder in which a record was taken over."};
    }
    RestoredV1 restored;
    {
        auto vault = open_vault(folder, options);
        if (!vault) return vault.error();
        auto keys = (*vault)->keys();
        if (!keys) return keys.error();
        const auto since = (*vault)->report().migrated_until;
        const auto read =
            (*vault)->store().read(since + 1, [&](const SealedRow &row, RowCondition condition) {
                if (condition != RowCondition::present) return;
                const auto plain = keys->unseal(row);
                if (!plain) return;
                export_row(row, *plain);
                ++restored.exported;
            });
        if (!read) return read.error();
    }
    const auto lock = os::lock_file(files.lock());
    if (!lock) return lock.error();
    const auto key = read_key_file(files);
    if (!key) return key.error();
    restored.kept_as = files.dated("record-v2.kept", options.clock(), ".sqlite");
    if (auto copied = copy_with_wal(copies.back(), files.database_v1()); !copied) {
        return copied.error();
    }
    if (auto moved = move_with_wal(files.database(), restored.kept_as); !moved)
        return moved.error();
    os::remove_quietly(files.head()); // of a record that is not here any more
    if (auto written = write_key_file_v1(files, key->key); !written) return written.error();
    return restored;
}

} // namespace mvr::store
