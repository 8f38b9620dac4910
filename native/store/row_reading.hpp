#pragma once

#include "store/row_checker.hpp"
#include "store/row_chunks.hpp"

namespace mvr::store {

/// The stored link of the row before `sequence`, nothing where it is not known: that row is lost.
/// Throws SQLite::Exception.
std::optional<vault::Hash> link_before(SQLite::Database &db, const RowFacts &facts,
                                       std::int64_t sequence);

/// Reads the rows `from` to `until` in pieces and checks each: `fill` asks the database and `give`
/// hands over what it got, so that a lock is needed for the first alone.
///
///     while (reading.fill(db)) reading.give(visit);
///     reading.finish(visit);
///
/// Thread: one at a time.
class RowReading {
  public:
    using Visit = std::function<void(const SealedRow &, const RowChecker::Verdict &)>;

    /// `before`: the stored link of the row before `from`, nothing where it is not known.
    RowReading(RowFacts facts, std::int64_t from, std::int64_t until,
               const std::optional<vault::Hash> &before);
    RowReading(const RowReading &) = delete;
    RowReading &operator=(const RowReading &) = delete;

    /// False at the end. Throws SQLite::Exception when the disk fails.
    bool fill(SQLite::Database &db);

    /// Each number once; of one that is missing the row has nothing but its number.
    void give(const Visit &visit);

    /// What is missing at the end.
    void finish(const Visit &visit) { give_missing(until_, visit); }

    /// Whether anything was damaged that no tombstone names.
    bool suspect() const { return suspect_ || chunks_.broken(); }

  private:
    void give_one(const SealedRow &row, const RowChecker::Verdict &verdict, const Visit &visit);
    void give_missing(std::int64_t up_to, const Visit &visit);

    RowFacts facts_;
    std::int64_t until_;
    RowChunks chunks_;
    RowChecker checker_;
    std::vector<SealedRow> rows_;
    std::size_t count_ = 0;
    bool suspect_ = false;
};

} // namespace mvr::store
