#include "store/row_chunks.hpp"

namespace mvr::store {
namespace {

constexpr std::size_t rows_at_once = 256;

} // namespace

std::size_t RowChunks::read(SQLite::Database &db, std::vector<SealedRow> &rows)
{
    rows.resize(rows_at_once);
    while (next_ <= until_) {
        const std::int64_t first = next_;
        const bool was_broken = broken_;
        broken_ = false;
        const std::size_t count = read_some(db, rows);
        const bool broke = broken_;
        broken_ = was_broken || broke;
        if (count > 0) return count;
        if (!broke) return 0;
        next_ = first + 1; // one row further there may be a page that can be read
    }
    return 0;
}

std::size_t RowChunks::read_some(SQLite::Database &db, std::vector<SealedRow> &rows)
{
    std::size_t count = 0;
    try {
        SQLite::Statement statement(db, select_sealed_rows);
        statement.bind(1, next_);
        statement.bind(2, until_);
        statement.bind(3, static_cast<std::int64_t>(rows_at_once));
        while (statement.executeStep()) {
            read_row(statement, rows[count]);
            if (rows[count].sequence < next_ || rows[count].sequence > until_) {
                broken_ = true; // an inner page or a number was altered
                continue;
            }
            next_ = rows[count].sequence + 1;
            ++count;
        }
    } catch (const SQLite::Exception &exception) {
        if (!says_damaged(exception)) throw;
        broken_ = true;
    }
    return count;
}

} // namespace mvr::store
