#include "store/rebuild.hpp"

#include "store/chain_recovery.hpp"
#include "store/record_meta.hpp"
#include "store/recovered_rows.hpp"
#include "store/row_io.hpp"
#include "store/schema.hpp"
#include "support/os.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <deque>
#include <memory>

namespace mvr::store {
namespace {

constexpr std::int64_t rows_in_transaction = 10'000;
// Between the merge of a spill file and its removal nothing else is written for long.
constexpr std::size_t ids_kept_as_merged = 10'000;

/// A new database, written in pieces.
class Writer {
  public:
    explicit Writer(const std::string &path)
        : db_(open_database(path)), insert_(*db_, insert_sealed_row)
    {
        checkpoint_on_close(*db_, true);
        db_->exec("BEGIN IMMEDIATE");
    }
    void add(const SealedRow &row)
    {
        insert_row_into(insert_, row);
        ids_.push_back(row.id);
        if (ids_.size() > ids_kept_as_merged) ids_.pop_front();
        if (++rows_ % rows_in_transaction == 0) db_->exec("COMMIT; BEGIN IMMEDIATE");
    }
    SQLite::Database &db() { return *db_; }
    void finish()
    {
        SQLite::Statement merged(*db_, "INSERT OR IGNORE INTO merged(id) VALUES (?)");
        for (const Id &id : ids_) {
            bind_bytes(merged, 1, id);
            merged.exec();
            merged.reset();
        }
        db_->exec("COMMIT");
    }

  private:
    std::unique_ptr<SQLite::Database> db_;
    SQLite::Statement insert_;
    std::deque<Id> ids_;
    std::int64_t rows_ = 0;
};

std::vector<StreamRow> good_streams(const CarvedRows &carved, const vault::VaultKeys &keys,
                                    const RowFacts &facts)
{
    std::vector<StreamRow> good = carved.streams();
    std::ranges::sort(good);
    const auto twice = std::ranges::unique(good);
    good.erase(twice.begin(), twice.end());
    std::erase_if(good, [&](const StreamRow &stream) {
        return facts.erased.contains(stream.id) || !opens(stream, keys);
    });
    return good;
}

std::vector<Tombstone> good_tombstones(const CarvedRows &carved, const vault::VerifyKey &key)
{
    std::vector<Tombstone> good;
    for (const Tombstone &tombstone : carved.tombstones()) {
        const bool known = std::ranges::any_of(
            good, [&](const Tombstone &other) { return other.signature == tombstone.signature; });
        if (!known && verify(tombstone, key)) good.push_back(tombstone);
    }
    return good;
}

std::vector<Finding> findings_of(const std::vector<Tombstone> &lost, const std::string &cause,
                                 const std::string &kept_as)
{
    std::vector<Finding> findings{
        {Finding::Kind::file_repaired, 0, std::nullopt,
         "the record's file was damaged (" + cause + "); every event that verifies was taken over",
         "", kept_as}};
    for (const Tombstone &tombstone : lost) {
        const auto count = tombstone.last - tombstone.sequence + 1;
        Finding finding;
        finding.kind = Finding::Kind::row_lost;
        finding.sequence = tombstone.sequence;
        if (tombstone.stream != Id{}) finding.stream = tombstone.stream;
        finding.what = count == 1 ? "event " + std::to_string(tombstone.sequence) +
                                        " is lost: " + tombstone.cause
                                  : std::to_string(count) + " events are lost, from event " +
                                        std::to_string(tombstone.sequence) + " to event " +
                                        std::to_string(tombstone.last) + ": " + tombstone.cause;
        finding.remedy = "Put record-v2.sqlite back from a backup if you have one that holds them.";
        finding.kept_as = kept_as;
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// Whether anything in the files shows that these keys are theirs.
bool belongs_to(const PageImages &images, const vault::VaultKeys &keys)
{
    const auto name = vault::as_text(keys.fingerprint);
    return std::ranges::any_of(images.all(), [&](const PageImage &image) {
        return vault::as_text(image.bytes).find(name) != std::string_view::npos;
    });
}

/// Format, catalog, and how many rows came from format 1, as far as the files still say it.
void write_meta_again(SQLite::Database &db, const PageImages &images, const vault::VaultKeys &keys,
                      int event_catalog)
{
    std::int64_t catalog = event_catalog;
    std::int64_t migrated = 0;
    for (const PageImage &image : images.all()) {
        catalog =
            std::max(catalog, carve_signed_number(image.bytes, keys, catalog_entry).value_or(0));
        migrated =
            std::max(migrated, carve_signed_number(image.bytes, keys, migrated_entry).value_or(0));
    }
    write_meta(db, keys, static_cast<int>(catalog));
    if (migrated > 0) set_signed_number(db, keys, migrated_entry, migrated);
}

Result<Rebuilt> write_new(const VaultFiles &files, const vault::Key &vault_key,
                          const std::string &source, const std::optional<RecordEnd> &head,
                          const OpenOptions &options, const std::string &cause)
{
    const PageImages images(source);
    CarvedRows carved(images);
    const std::int64_t last = std::max(carved.last_sequence(), head ? head->head.sequence : 0);
    if (!carved.whole(last)) {
        recovered_rows(source, files.scratch(), [&](const SealedRow &row) { carved.add(row); });
    }
    const vault::VaultKeys keys(vault_key);
    RowFacts facts;
    const auto tombstones = good_tombstones(carved, keys.signer.verify_key());
    add_tombstones(facts, tombstones, keys.signer.verify_key());
    const auto streams = good_streams(carved, keys, facts);
    StreamKeys stream_keys(vault::VaultKeys(vault_key), streams);

    Writer writer(files.unfinished());
    ChainRecovery recovery(carved, stream_keys, facts, head, images.ends_complete(),
                           options.clock());
    recovery.run([&](const SealedRow &row) { writer.add(row); });
    insert_streams(writer.db(), streams);
    for (const Tombstone &tombstone : tombstones)
        insert_tombstone(writer.db(), tombstone);
    for (const Tombstone &tombstone : recovery.lost())
        insert_tombstone(writer.db(), tombstone);
    write_meta_again(writer.db(), images, keys, options.event_catalog);
    writer.finish();
    if (recovery.taken() == 0 && carved.last_sequence() > 0 && streams.empty() &&
        !belongs_to(images, keys)) {
        return Error{Errc::unauthorized, "the key file does not belong to this record", "",
                     "Put back the vault.key that was made with it, or choose another folder."};
    }
    return Rebuilt{recovery.end(), findings_of(recovery.lost(), cause, source)};
}

} // namespace

Result<Rebuilt> rebuild(const VaultFiles &files, const vault::Key &vault_key,
                        const std::optional<RecordEnd> &head, const OpenOptions &options,
                        const std::string &cause)
{
    const std::string kept_as = files.damaged(options.clock());
    if (auto copied = copy_with_wal(files.database(), kept_as); !copied) return copied.error();
    remove_with_wal(files.unfinished());
    return guarded(files.unfinished(), [&]() -> Result<Rebuilt> {
        if (auto created = create_record(files.unfinished()); !created) return created.error();
        auto rebuilt = write_new(files, vault_key, kept_as, head, options, cause);
        if (!rebuilt) {
            remove_with_wal(files.unfinished());
            remove_with_wal(kept_as);
            return rebuilt;
        }
        if (auto moved = finish_database(files); !moved) return moved.error();
        if (auto taken = take_finished(files, options.clock()); !taken) return taken.error();
        return rebuilt;
    });
}

Result<void> take_finished(const VaultFiles &files, TimeMs now)
{
    remove_with_wal(files.unfinished());
    remove_with_wal(files.scratch());
    if (!file_exists(files.finished())) return {};
    if (!file_exists(files.database()) && file_exists(files.database_v1())) {
        if (auto kept = move_with_wal(files.database_v1(), files.migrated(now)); !kept) return kept;
    }
    // A write-ahead file of the old database would be read into the new one.
    if (auto gone = os::remove_file(files.database() + "-wal"); !gone) return gone;
    os::remove_quietly(files.database() + "-shm");
    return move_file(files.finished(), files.database());
}

} // namespace mvr::store
