#include "store/erase_rows.hpp"

#include "store/row_io.hpp"
#include "store/snapshot_table.hpp"

namespace mvr::store {

void empty_wal(SQLite::Database &db) { db.exec("PRAGMA wal_checkpoint(TRUNCATE)"); }

void erase_in(SQLite::Database &db, const Tombstone &tombstone)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    auto streams = read_streams(db);
    std::erase_if(streams, [&](const StreamRow &stream) { return stream.id == tombstone.stream; });
    replace_streams(db, streams);
    forget_parts_of(db, tombstone.stream);
    insert_tombstone(db, tombstone);
    transaction.commit();
    empty_wal(db);
}

} // namespace mvr::store
