#include "store/append_rows.hpp"

#include "store/erase_rows.hpp"
#include "store/record_meta.hpp"
#include "store/row_io.hpp"
#include "store/schema.hpp"
#include "vault/seal.hpp"

namespace mvr::store {

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

void insert_rows(SQLite::Database &db, SQLite::Statement &insert, const Append &append,
                 const std::string &head)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    for (const SealedRow &row : append.rows)
        insert_row_into(insert, row);
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

bool purge_row(SQLite::Database &db, const Tombstone &tombstone)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement update(db, "UPDATE events SET sealed = x'' WHERE sequence = ?");
    update.bind(1, tombstone.sequence);
    const bool found = update.exec() > 0;
    if (found) insert_tombstone(db, tombstone);
    transaction.commit();
    empty_wal(db);
    return found;
}

} // namespace mvr::store
