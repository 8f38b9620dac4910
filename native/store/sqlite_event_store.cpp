#include "store/sqlite_event_store.hpp"

#include "store/erase_rows.hpp"
#include "store/record_meta.hpp"
#include "store/row_reading.hpp"
#include "store/schema.hpp"
#include "store/snapshot_table.hpp"
#include "support/log.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
namespace {

constexpr std::int64_t rows_between_heads = 256;
constexpr TimeMs ms_between_heads = 5'000;

void check_numbers(const Append &append)
{
    std::int64_t sequence = append.expected_last;
    for (const SealedRow &row : append.rows) {
        if (row.sequence != ++sequence) {
            throw Failure({Errc::internal, "rows were numbered for another end", "", ""});
        }
    }
    if (append.rows.empty() || !append.rows.back().mark) {
        throw Failure({Errc::internal, "the last row of a commit is not marked", "", ""});
    }
}

bool in_merged(SQLite::Database &db, const Id &id)
{
    SQLite::Statement row(db, "SELECT 1 FROM merged WHERE id = ?");
    bind_bytes(row, 1, id);
    return row.executeStep();
}

} // namespace

SqliteEventStore::SqliteEventStore(Parts parts)
    : parts_(std::move(parts)), reserve_(parts_.files.reserve()), head_in_file_(parts_.head.head),
      head_file_ms_(parts_.clock())
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
    if (parts_.read_only.empty() && parts_.db) sync_head_file();
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

bool SqliteEventStore::suspect() const
{
    const std::lock_guard lock(mutex_);
    return suspect_;
}

RecordHead SqliteEventStore::head() const
{
    const std::lock_guard lock(mutex_);
    return parts_.head.head;
}

void SqliteEventStore::insert(SQLite::Database &db, const Append &append, const std::string &head)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    for (const SealedRow &row : append.rows)
        insert_row_into(*insert_row_, row);
    if (!append.new_streams.empty()) insert_streams(db, append.new_streams);
    if (!append.merged_ids.empty()) {
        SQLite::Statement merged(db, "INSERT INTO merged(id) VALUES (?)");
        for (const Id &id : append.merged_ids) {
            bind_bytes(merged, 1, id);
            merged.exec();
            merged.reset();
        }
    }
    if (!head.empty()) set_meta_value(db, head_entry, vault::as_bytes(head));
    transaction.commit();
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
        const std::string due = head_is_due(last.sequence) ? head_text(end, parts_.sign) : "";
        auto written = write([&](SQLite::Database &db) {
            merged_before = std::ranges::any_of(append.merged_ids,
                                                [&](const Id &id) { return in_merged(db, id); });
            if (!merged_before) insert(db, append, due);
        });
        if (!written) return written;
        if (merged_before) {
            return Error{Errc::conflict, "an event of these was merged before", "",
                         "Collect the spill files anew."};
        }
        parts_.head = end;
        for (const StreamRow &stream : append.new_streams)
            facts_.streams.insert(stream.id);
        if (!due.empty()) write_head_file(due);
        listener = listener_;
        now = parts_.head.head;
    }
    if (listener) listener(now);
    return {};
}

bool SqliteEventStore::head_is_due(std::int64_t last) const
{
    return last - head_in_file_.sequence >= rows_between_heads ||
           is_due(parts_.clock(), head_file_ms_ + ms_between_heads, ms_between_heads);
}

void SqliteEventStore::write_head_file(const std::string &text)
{
    head_file_ms_ = parts_.clock();
    if (auto written = parts_.head_file.write(parts_.head, text); !written) {
        log_warning(written.error().message); // the events themselves are on disk
        return;
    }
    head_in_file_ = parts_.head.head;
}

void SqliteEventStore::sync_head_file()
{
    const bool is_new = parts_.head.head != head_in_file_ && parts_.head.head.sequence > 0;
    if (is_new) write_head_file(head_text(parts_.head, parts_.sign));
    if (auto synced = parts_.head_file.sync(); !synced) log_warning(synced.error().message);
}

std::optional<vault::Hash> SqliteEventStore::link_before(std::int64_t sequence)
{
    if (sequence <= 1) return vault::chain_start;
    if (const Tombstone *lost = facts_.lost_at(sequence - 1)) {
        return lost->last == sequence - 1 ? lost->link : std::nullopt;
    }
    RowChunks one(sequence - 1, sequence - 1);
    std::vector<SealedRow> rows;
    if (one.read(*parts_.db, rows) == 0) return std::nullopt;
    return rows.front().link;
}

Result<void> SqliteEventStore::read(std::int64_t from, const Visit &visit)
{
    return read_range(from, head().sequence, visit);
}

Result<void> SqliteEventStore::read_range(std::int64_t from, std::int64_t until, const Visit &visit)
{
    const std::int64_t first = std::max<std::int64_t>(from, 1);
    const auto give = [&](const SealedRow &row, const RowChecker::Verdict &verdict) {
        visit(row, verdict.condition);
    };
    std::unique_ptr<RowReading> reading;
    bool more = true;
    const auto fill = [&]() -> Result<void> {
        const std::lock_guard lock(mutex_);
        if (auto ready = usable(false); !ready) return ready;
        return guarded(parts_.files.database(), [&]() -> Result<void> {
            if (!reading) {
                reading = std::make_unique<RowReading>(facts_, first, until, link_before(first));
            }
            more = reading->fill(*parts_.db);
            return {};
        });
    };
    while (more) {
        if (auto filled = fill(); !filled) return filled;
        if (more) reading->give(give);
    }
    reading->finish(give);
    const std::lock_guard lock(mutex_);
    suspect_ = suspect_ || reading->suspect();
    return {};
}

void SqliteEventStore::follow(HeadListener listener)
{
    const std::lock_guard lock(mutex_);
    listener_ = std::move(listener);
}

Result<std::vector<StreamRow>> SqliteEventStore::streams()
{
    const std::lock_guard lock(mutex_);
    if (auto ready = usable(false); !ready) return ready.error();
    return guarded(parts_.files.database(),
                   [&]() -> Result<std::vector<StreamRow>> { return read_streams(*parts_.db); });
}

Result<std::vector<Tombstone>> SqliteEventStore::tombstones()
{
    const std::lock_guard lock(mutex_);
    if (auto ready = usable(false); !ready) return ready.error();
    return guarded(parts_.files.database(),
                   [&]() -> Result<std::vector<Tombstone>> { return read_tombstones(*parts_.db); });
}

Result<bool> SqliteEventStore::was_merged(const Id &id)
{
    const std::lock_guard lock(mutex_);
    if (auto ready = usable(false); !ready) return ready.error();
    return guarded(parts_.files.database(),
                   [&]() -> Result<bool> { return in_merged(*parts_.db, id); });
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
    auto purged = write([&](SQLite::Database &db) {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement update(db, "UPDATE events SET sealed = x'' WHERE sequence = ?");
        update.bind(1, tombstone.sequence);
        found = update.exec() > 0;
        if (found) insert_tombstone(db, tombstone);
        transaction.commit();
        empty_wal(db);
    });
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

Result<EventStore::Snapshot> SqliteEventStore::load()
{
    const std::lock_guard lock(mutex_);
    if (auto ready = usable(false); !ready) return ready.error();
    return guarded(parts_.files.database(), [&]() -> Result<Snapshot> {
        try {
            return load_snapshot(*parts_.db);
        } catch (const SQLite::Exception &exception) {
            if (!says_damaged(exception)) throw;
            suspect_ = true;
            return Snapshot{};
        }
    });
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
    sync_head_file();
    reserve_.provide();
    return {};
}

} // namespace mvr::store
