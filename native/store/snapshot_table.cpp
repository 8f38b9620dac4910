#include "store/snapshot_table.hpp"

#include "store/schema.hpp"
#include "vault/seal.hpp"

#include <algorithm>

namespace mvr::store {
namespace {

constexpr const char *head_name = "snapshot_head";
constexpr std::size_t head_bytes = 8 + 32;

std::array<std::byte, head_bytes> packed(const RecordHead &head)
{
    std::array<std::byte, head_bytes> bytes;
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<std::byte>(static_cast<std::uint64_t>(head.sequence) >> (8 * i));
    std::ranges::copy(head.link, bytes.begin() + 8);
    return bytes;
}

} // namespace

RecordHead snapshot_head(SQLite::Database &db)
{
    const std::string value = meta_value(db, head_name);
    const auto bytes = vault::as_bytes(value);
    RecordHead head;
    if (bytes.size() != head_bytes) return head;
    std::uint64_t sequence = 0;
    for (std::size_t i = 0; i < 8; ++i)
        sequence |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
    head.sequence = static_cast<std::int64_t>(sequence);
    std::ranges::copy(bytes.subspan(8), head.link.begin());
    return head;
}

void save_snapshot(SQLite::Database &db, const RecordHead &folded_to,
                   std::span<const SnapshotPart> parts)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    // A part that is left over would belong to another head, and spoil the whole snapshot.
    db.exec("DELETE FROM snapshot");
    SQLite::Statement insert(
        db, "INSERT OR REPLACE INTO snapshot(fold, stream, sealed) VALUES (?, ?, ?)");
    for (const SnapshotPart &part : parts) {
        insert.bindNoCopy(1, part.fold);
        bind_bytes(insert, 2, part.stream);
        bind_bytes(insert, 3, part.sealed);
        insert.exec();
        insert.reset();
    }
    set_meta_value(db, head_name, packed(folded_to));
    transaction.commit();
}

EventStore::Snapshot load_snapshot(SQLite::Database &db)
{
    EventStore::Snapshot snapshot;
    snapshot.folded_to = snapshot_head(db);
    if (snapshot.folded_to.sequence == 0) return snapshot;
    SQLite::Statement rows(db, "SELECT fold, stream, sealed FROM snapshot ORDER BY fold, stream");
    while (rows.executeStep()) {
        SnapshotPart part;
        part.fold = rows.getColumn(0).getString();
        const auto stream = blob(rows.getColumn(1));
        std::copy_n(stream.begin(), std::min(stream.size(), part.stream.size()),
                    part.stream.begin());
        const auto sealed = blob(rows.getColumn(2));
        part.sealed.assign(sealed.begin(), sealed.end());
        snapshot.parts.push_back(std::move(part));
    }
    return snapshot;
}

void remove_snapshot(SQLite::Database &db)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    db.exec("DELETE FROM snapshot");
    set_meta_value(db, head_name, {});
    transaction.commit();
}

void forget_parts_of(SQLite::Database &db, const Id &stream)
{
    SQLite::Statement remove(db, "DELETE FROM snapshot WHERE stream = ?");
    bind_bytes(remove, 1, stream);
    remove.exec();
}

} // namespace mvr::store
