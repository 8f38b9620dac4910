#include "store/row_reading.hpp"

#include <utility>

namespace mvr::store {

std::optional<vault::Hash> link_before(SQLite::Database &db, const RowFacts &facts,
                                       std::int64_t sequence)
{
    if (sequence <= 1) return vault::chain_start;
    if (const Tombstone *lost = facts.lost_at(sequence - 1)) {
        return lost->last == sequence - 1 ? lost->link : std::nullopt;
    }
    RowChunks one(sequence - 1, sequence - 1);
    std::vector<SealedRow> rows;
    if (one.read(db, rows) == 0) return std::nullopt;
    return rows.front().link;
}

RowReading::RowReading(RowFacts facts, std::int64_t from, std::int64_t until,
                       const std::optional<vault::Hash> &before)
    : facts_(std::move(facts)), until_(until), chunks_(from, until), checker_(facts_, from, before)
{
}

bool RowReading::fill(SQLite::Database &db)
{
    count_ = chunks_.read(db, rows_);
    return count_ > 0;
}

void RowReading::give(const Visit &visit)
{
    for (std::size_t i = 0; i < count_; ++i) {
        give_missing(rows_[i].sequence - 1, visit);
        give_one(rows_[i], checker_.check(rows_[i]), visit);
    }
}

void RowReading::give_one(const SealedRow &row, const RowChecker::Verdict &verdict,
                          const Visit &visit)
{
    suspect_ = suspect_ || (verdict.condition == RowCondition::damaged && !verdict.known);
    visit(row, verdict);
}

void RowReading::give_missing(std::int64_t up_to, const Visit &visit)
{
    SealedRow row;
    while (checker_.next() <= up_to) {
        row.sequence = checker_.next();
        give_one(row, checker_.missing(), visit);
    }
}

} // namespace mvr::store
