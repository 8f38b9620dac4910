#include "store/sqlite_event_store.hpp"

#include "store/append_rows.hpp"
#include "store/erase_rows.hpp"
#include "store/record_meta.hpp"
#include "store/schema.hpp"
#include "store/snapshot_table.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
SqliteEventStore::SqliteEventStore(Parts parts)
    : parts_(std::move(parts)), reserve_(parts_.files.reserve()),
      heads_(std::move(parts_.head_file), parts_.head.head, parts_.clock)
{
    load_facts();
    if (parts_.read_only.empty()) {
        checkpoint_on_close(*parts_.db, true);
        insert_row_.emplace(*parts_.db, insert_sealed_row);
        reserve_.provide();
    }
}

SqliteEventStore::~SqliteEventStore()
{
    if (parts_.read_only.empty() && parts_.db) heads_.sync(parts_.head, parts_.sign);
    insert_row_.reset(); // before its database
}

void SqliteEventStore::load_facts()
{
    facts_ = {};
    for (const StreamRow &stream : read_streams(*parts_.db))
        facts_.streams.insert(stream.id);
    add_tombstones(facts_, read_tombstones(*parts_.db), parts_.verify_key);
}

Result<void> SqliteEventStore::usable(bool to_write) const
{
    if (to_write && !parts_.read_only.empty()) {
        return Error{Errc::unsupported, parts_.read_only, "",
                     "Update Malloc VR, or choose another folder in the preferences."};
    }
    if (!parts_.db) {
        return Error{Errc::storage_unavailable, "the record is broken and could not be repaired",
                     "", "Free some space, then start the server again."};
    }
    return {};
}

template <class Work>
Result<void> SqliteEventStore::try_again(const SQLite::Exception &failed, Work work)
{
    if (says_full(failed) && reserve_.release()) {
        work(*parts_.db);
        return {};
    }
    if (!says_damaged(failed)) return storage_error(failed, parts_.files.database());
    if (auto repaired = repair_locked(); !repaired) return repaired;
    work(*parts_.db);
    return {};
}

template <class Work> Result<void> SqliteEventStore::write(Work work)
{
    if (auto ready = usable(true); !ready) return ready;
    return guarded(parts_.files.database(), [&]() -> Result<void> {
        try {
            work(*parts_.db);
            return {};
        } catch (const SQLite::Exception &exception) {
            return try_again(exception, work);
        }
    });
}

Result<void> SqliteEventStore::repair_locked()
{
    insert_row_.reset();
    parts_.db.reset();
    auto repaired = parts_.repair(parts_.head);
    if (!repaired) return repaired.error();
    parts_.db = *std::move(repaired);
    checkpoint_on_close(*parts_.db, true);
    insert_row_.emplace(*parts_.db, insert_sealed_row);
    load_facts();
    suspect_ = false;
    return {};
}

Result<void> SqliteEventStore::repair()
{
    const std::lock_guard lock(mutex_);
    return guarded(parts_.files.database(), [&] { return repair_locked(); });
}

RecordHead SqliteEventStore::head() const
{
    const std::lock_guard lock(mutex_);
    return parts_.head.head;
}

Result<void> SqliteEventStore::append(const Append &append)
{
    check_numbers(append);
    HeadListener listener;
    RecordHead now;
    {
        const std::lock_guard lock(mutex_);
        if (append.expected_last != parts_.head.head.sequence) {
            return Error{Errc::conflict, "the record went on meanwhile", "", "Seal the rows anew."};
        }
        bool merged_before = false;
        const SealedRow &last = append.rows.back();
        const RecordEnd end{{last.sequence, last.link}, last.time_ms};
        const std::string due = heads_.is_due(last.sequence) ? head_text(end, parts_.sign) : "";
        auto written = write([&](SQLite::Database &db) {
            merged_before = std::ranges::any_of(append.merged_ids,
                                                [&](const Id &id) { return in_merged(db, id); });
            if (!merged_before) insert_rows(db, *insert_row_, append, due);
        });
        if (!written) return written;
        if (merged_before) {
            return Error{Errc::conflict, "an event of these was merged before", "",
                         "Collect the spill files anew."};
        }
        parts_.head = end;
        for (const StreamRow &stream : append.new_streams)
            facts_.streams.insert(stream.id);
        if (!due.empty()) heads_.write(end, due);
        listener = listener_;
        now = parts_.head.head;
    }
    if (listener) listener(now);
    return {};
}

void SqliteEventStore::follow(HeadListener listener)
{
    const std::lock_guard lock(mutex_);
    listener_ = std::move(listener);
}

Result<void> SqliteEventStore::erase(const Tombstone &tombstone)
{
    const std::lock_guard lock(mutex_);
    if (!facts_.streams.contains(tombstone.stream)) {
        return Error{Errc::not_found, "the record has no key of this stream", "", ""};
    }
    auto erased = write([&](SQLite::Database &db) { erase_in(db, tombstone); });
    if (!erased) return erased;
    load_facts();
    return {};
}

Result<void> SqliteEventStore::purge(const Tombstone &tombstone)
{
    const std::lock_guard lock(mutex_);
    bool found = false;
    auto purged = write([&](SQLite::Database &db) { found = purge_row(db, tombstone); });
    if (!purged) return purged;
    if (!found) return Error{Errc::not_found, "the record has no such event", "", ""};
    facts_.purged.insert(tombstone.sequence);
    return {};
}

Result<void> SqliteEventStore::save(const RecordHead &folded_to,
                                    std::span<const SnapshotPart> parts)
{
    const std::lock_guard lock(mutex_);
    return write([&](SQLite::Database &db) { save_snapshot(db, folded_to, parts); });
}

Result<void> SqliteEventStore::forget_snapshot()
{
    const std::lock_guard lock(mutex_);
    return write([](SQLite::Database &db) { remove_snapshot(db); });
}

Result<void> SqliteEventStore::checkpoint()
{
    const std::lock_guard lock(mutex_);
    auto done = write([&](SQLite::Database &db) {
        const std::string text = head_text(parts_.head, parts_.sign);
        if (parts_.head.head.sequence > 0) set_meta_value(db, head_entry, vault::as_bytes(text));
        empty_wal(db);
    });
    if (!done) return done;
    heads_.sync(parts_.head, parts_.sign);
    reserve_.provide();
    return {};
}

} // namespace mvr::store
