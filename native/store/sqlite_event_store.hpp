#pragma once

#include "store/event_store.hpp"
#include "store/head_file.hpp"
#include "store/head_schedule.hpp"
#include "store/reserve.hpp"
#include "store/row_checker.hpp"
#include "store/row_io.hpp"
#include "store/vault_files.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>

namespace mvr::store {

/// The store in a SQLite file (format 2, schema.cpp) and the head file beside it.
///
/// It is made by `open_vault`, which found the file intact. Where the file turns out to be broken
/// later, `repair` makes an intact one of it, and the call goes on.
class SqliteEventStore final : public EventStore {
  public:
    /// Makes an intact file of the broken one, which is closed, and opens it. `head`: what was the
    /// end of the chain; it stays the end.
    using Repair = std::function<Result<std::unique_ptr<SQLite::Database>>(const RecordEnd &head)>;

    struct Parts {
        VaultFiles files;
        Clock clock;
        vault::VerifyKey verify_key{};
        std::unique_ptr<SQLite::Database> db;
        RecordEnd head;
        HeadFile head_file;
        std::string read_only;
        SignHead sign; ///< for the heads in the file and beside it; called under the lock
        Repair repair;
    };

    explicit SqliteEventStore(Parts parts);
    ~SqliteEventStore() override;

    RecordHead head() const override;
    std::string read_only() const override { return parts_.read_only; }
    Result<void> append(const Append &append) override;
    Result<void> read(std::int64_t from, const Visit &visit) override;
    void follow(HeadListener listener) override;
    Result<std::vector<StreamRow>> streams() override;
    Result<std::vector<Tombstone>> tombstones() override;
    Result<bool> was_merged(const Id &id) override;
    Result<void> erase(const Tombstone &tombstone) override;
    Result<void> purge(const Tombstone &tombstone) override;
    Result<void> save(const RecordHead &folded_to, std::span<const SnapshotPart> parts) override;
    Result<Snapshot> load() override;
    Result<void> forget_snapshot() override;
    Result<void> checkpoint() override;

    /// `read` up to `until`, at most the head.
    Result<void> read_range(std::int64_t from, std::int64_t until, const Visit &visit);

    /// True once anything was read that is broken and was not known to be.
    bool suspect() const;

    /// Repairs the file now. Errors: Errc::storage_unavailable; the store cannot be used then until
    /// a later call succeeds.
    Result<void> repair();

  private:
    /// Runs `work(db)` under the lock; on a full disk gives the reserve up and tries again, on a
    /// broken file repairs it and tries again.
    template <class Work> Result<void> write(Work work);
    template <class Work> Result<void> try_again(const SQLite::Exception &failed, Work work);
    /// Returns `work(db)` under the lock.
    template <class Work, class T = std::invoke_result_t<Work, SQLite::Database &>>
    Result<T> query(Work work);
    Result<void> repair_locked();
    Result<void> usable(bool to_write) const;
    void load_facts();

    mutable std::mutex mutex_; ///< guards everything below; nobody else's code runs under it
    Parts parts_;
    Reserve reserve_;
    std::optional<SQLite::Statement> insert_row_;
    RowFacts facts_;
    HeadListener listener_;
    HeadSchedule heads_;
    bool suspect_ = false;
};

} // namespace mvr::store
