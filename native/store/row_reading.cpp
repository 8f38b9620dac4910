#include "store/row_reading.hpp"

#include <utility>

namespace mvr::store {

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
