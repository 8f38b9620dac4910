#include "store/open_vault.hpp"

#include "store/head_file.hpp"
#include "store/inspect.hpp"
#include "store/key_file.hpp"
#include "store/migration.hpp"
#include "store/rebuild.hpp"
#include "store/record_meta.hpp"
#include "store/schema.hpp"
#include "store/vault_on_disk.hpp"

#include <utility>

namespace mvr::store {
namespace {

Result<void> make_empty(const VaultFiles &files, const vault::VaultKeys &keys,
                        const OpenOptions &options)
{
    return guarded(files.unfinished(), [&]() -> Result<void> {
        if (auto created = create_record(files.unfinished()); !created) return created;
        {
            const auto db = open_database(files.unfinished());
            checkpoint_on_close(*db, true);
            SQLite::Transaction transaction(*db);
            write_meta(*db, keys, options.event_catalog);
            transaction.commit();
        }
        if (auto moved = finish_database(files); !moved) return moved;
        return take_finished(files, options.clock());
    });
}

/// Sees to it that there is a database: the one that is there, a migrated or a new one.
Result<void> provide_database(const VaultFiles &files, const vault::Key &key,
                              const std::optional<RecordEnd> &head, const OpenOptions &options,
                              VaultReport &report)
{
    if (file_exists(files.database())) return {};
    if (file_exists(files.database_v1())) {
        return migrate_v1(files, key, options, report);
    }
    if (head || !files.copies().empty()) {
        return Error{Errc::tampered, "the record '" + files.database() + "' is gone", "",
                     "Put it back from a backup or from one of the copies beside it, or choose "
                     "another folder in the preferences."};
    }
    report.created_now = true;
    return make_empty(files, vault::VaultKeys(key), options);
}

/// Errors: Errc::storage_unavailable; what else may be wrong with the file is reported.
Result<void> look_at(const HeadFile &head, VaultReport &report)
{
    if (head.condition()) return {};
    const auto code = head.condition().error().code;
    if (code == Errc::storage_unavailable) return head.condition();
    if (code != Errc::not_found) {
        report.findings.push_back({Finding::Kind::head_file, 0, std::nullopt,
                                   head.condition().error().message + "; it is written anew", "",
                                   ""});
    }
    return {};
}

Finding missing_at_end(const VaultFiles &files, const RecordEnd &head)
{
    return {Finding::Kind::rows_missing,
            head.head.sequence,
            std::nullopt,
            "the record does not reach event " + std::to_string(head.head.sequence) + " of " +
                iso8601(head.time_ms) +
                ", which it once had: its file was put back to an older state, "
                "or its end was lost",
            "If you have a newer copy of " + name_of(files.database()) +
                ", close Blender and put it back.",
            ""};
}

Result<Inspected> inspect_or_rebuild(const VaultFiles &files, const vault::Key &key,
                                     const std::optional<RecordEnd> &head,
                                     const OpenOptions &options, VaultReport &report)
{
    auto found = inspect(files, key, head, options);
    if (!found || found->problem.empty()) return found;
    const auto named = found->named;
    auto rebuilt = rebuild(files, key, named, options, found->problem);
    if (!rebuilt) return rebuilt.error();
    const bool end_lost = named && rebuilt->head.head == named->head &&
                          rebuilt->findings.back().kind == Finding::Kind::row_lost;
    report.findings.insert(report.findings.end(), rebuilt->findings.begin(),
                           rebuilt->findings.end());
    if (end_lost && found->problem.starts_with("it ends before")) {
        report.findings.push_back(missing_at_end(files, *named));
    }
    auto again = inspect(files, key, named, options);
    if (again && !again->problem.empty()) {
        return Error{Errc::storage_unavailable,
                     "the record is damaged again after its recovery: " + again->problem, "",
                     "Check the disk, or choose another folder in the preferences."};
    }
    return again;
}

/// From now on events may come that only this program's catalog has: an older program is to know.
Result<void> raise_catalog(const VaultFiles &files, const vault::VaultKeys &keys,
                           const OpenOptions &options, const Inspected &found)
{
    if (!found.read_only.empty()) return {};
    return guarded(files.database(), [&]() -> Result<void> {
        if (read_meta(*found.db, keys).catalog.value_or(0) < options.event_catalog)
            set_signed_number(*found.db, keys, catalog_entry, options.event_catalog);
        return {};
    });
}

/// What the end of the record and the file beside it say of each other.
Result<void> settle_head_file(HeadFile &head, const Inspected &found, const vault::VaultKeys &keys,
                              VaultReport &report)
{
    if (found.head.head.sequence == 0 || !found.read_only.empty()) return {};
    if (!head.end() && report.migrated == 0 && report.findings.empty()) {
        report.findings.push_back({Finding::Kind::head_file, 0, std::nullopt,
                                   "the file record.head is missing: a loss at the end of the "
                                   "record before this start would not have been noticed",
                                   "", ""});
    }
    if (head.condition() && head.end()->head == found.head.head) return {};
    return head.replace(found.head, head_text(found.head, [&](const RecordHead &end) {
                            return keys.signer.sign(signed_head(end));
                        }));
}

} // namespace

Result<std::unique_ptr<OpenedVault>> open_vault(const std::string &folder,
                                                const OpenOptions &options)
{
    const VaultFiles files(folder);
    if (!options.may_create && !file_exists(files.key())) {
        return Error{Errc::not_found, "the record is no longer in '" + folder + "'", "",
                     "If it was moved, choose its new folder in the preferences."};
    }
    if (auto made = os::make_private_folder(folder); !made) return made.error();
    auto lock = os::lock_file(files.lock());
    if (!lock) return lock.error();
    auto key = read_or_make_key_file(files);
    if (!key) return key.error();
    VaultReport report;
    report.path = files.database();
    if (key->mended) {
        report.findings.push_back({Finding::Kind::key_file, 0, std::nullopt,
                                   "one of the two lines of vault.key was altered; it was mended",
                                   "Keep a copy of vault.key on another disk.", ""});
    }
    if (auto done = take_finished(files, options.clock()); !done) return done.error();
    HeadFile head(files.head(), vault::VaultKeys(key->key).signer.verify_key());
    if (auto looked = look_at(head, report); !looked) return looked.error();
    if (auto done = provide_database(files, key->key, head.end(), options, report); !done) {
        return done.error();
    }
    if (auto made = os::make_private(files.database()); !made) return made.error();
    auto found = inspect_or_rebuild(files, key->key, head.end(), options, report);
    if (!found) return found.error();
    if (auto raised = raise_catalog(files, vault::VaultKeys(key->key), options, *found); !raised) {
        return raised.error();
    }
    if (auto settled = settle_head_file(head, *found, vault::VaultKeys(key->key), report); !settled)
        return settled.error();
    return std::unique_ptr<OpenedVault>(
        std::make_unique<VaultOnDisk>(files, std::move(key->key), options, *std::move(lock),
                                      std::move(report), std::move(head), *std::move(found)));
}

Result<vault::VaultKeys> read_vault_keys(const std::string &folder)
{
    auto key = read_key_file(VaultFiles(folder));
    if (!key) return key.error();
    return vault::VaultKeys(key->key);
}

} // namespace mvr::store
