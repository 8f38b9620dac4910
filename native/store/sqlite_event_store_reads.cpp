#include "store/append_rows.hpp"
#include "store/row_reading.hpp"
#include "store/snapshot_table.hpp"
#include "store/sqlite_event_store.hpp"

#include <algorithm>

// The part of SqliteEventStore that only reads.

namespace mvr::store {

bool SqliteEventStore::suspect() const
{
    const std::lock_guard lock(mutex_);
    return suspect_;
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
                reading = std::make_unique<RowReading>(facts_, first, until,
                                                       link_before(*parts_.db, facts_, first));
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

template <class Work, class T> Result<T> SqliteEventStore::query(Work work)
{
    const std::lock_guard lock(mutex_);
    if (auto ready = usable(false); !ready) return ready.error();
    return guarded(parts_.files.database(), [&]() -> Result<T> { return work(*parts_.db); });
}

Result<std::vector<StreamRow>> SqliteEventStore::streams()
{
    return query([&](SQLite::Database &db) { return read_streams(db); });
}

Result<std::vector<Tombstone>> SqliteEventStore::tombstones()
{
    return query([&](SQLite::Database &db) { return read_tombstones(db); });
}

Result<bool> SqliteEventStore::was_merged(const Id &id)
{
    return query([&](SQLite::Database &db) { return in_merged(db, id); });
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

} // namespace mvr::store
