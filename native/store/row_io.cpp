#include "store/row_io.hpp"

#include "store/packed_tombstone.hpp"

#include <algorithm>
#include <iterator>

namespace mvr::store {
namespace {

template <std::size_t size>
void read_array(const SQLite::Column &column, std::array<std::byte, size> &into)
{
    const auto bytes = blob(column);
    if (bytes.size() == size) {
        std::ranges::copy(bytes, into.begin());
    } else {
        into.fill(std::byte{});
    }
}

std::vector<StreamRow> streams_of(SQLite::Database &db, const std::string &table)
{
    std::vector<StreamRow> streams;
    SQLite::Statement rows(db,
                           "SELECT id, pseudonym, wrapped FROM " + table + " ORDER BY position");
    while (rows.executeStep()) {
        StreamRow stream;
        read_array(rows.getColumn(0), stream.id);
        read_array(rows.getColumn(1), stream.pseudonym);
        const auto wrapped = blob(rows.getColumn(2));
        stream.wrapped.assign(wrapped.begin(), wrapped.end());
        streams.push_back(std::move(stream));
    }
    return streams;
}

void insert_streams_into(SQLite::Database &db, const std::string &table,
                         std::span<const StreamRow> streams)
{
    SQLite::Statement insert(db,
                             "INSERT INTO " + table + "(id, pseudonym, wrapped) VALUES (?, ?, ?)");
    for (const StreamRow &stream : streams) {
        bind_bytes(insert, 1, stream.id);
        bind_bytes(insert, 2, stream.pseudonym);
        bind_bytes(insert, 3, stream.wrapped);
        insert.exec();
        insert.reset();
    }
}

} // namespace

void read_row(SQLite::Statement &statement, SealedRow &row)
{
    row.sequence = statement.getColumn(0).getInt64();
    read_array(statement.getColumn(1), row.stream);
    read_array(statement.getColumn(2), row.id);
    row.time_ms = statement.getColumn(3).getInt64();
    read_array(statement.getColumn(4), row.sealed_hash);
    read_array(statement.getColumn(5), row.link);
    const auto mark = statement.getColumn(6);
    row.mark.reset();
    if (!mark.isNull()) read_array(mark, row.mark.emplace());
    const auto sealed = blob(statement.getColumn(7));
    row.sealed.assign(sealed.begin(), sealed.end());
}

void insert_row_into(SQLite::Statement &statement, const SealedRow &row)
{
    statement.tryReset(); // after a failure it is still in its error
    statement.bind(1, row.sequence);
    bind_bytes(statement, 2, row.stream);
    bind_bytes(statement, 3, row.id);
    statement.bind(4, row.time_ms);
    bind_bytes(statement, 5, row.sealed_hash);
    bind_bytes(statement, 6, row.link);
    if (row.mark) {
        bind_bytes(statement, 7, *row.mark);
    } else {
        statement.bind(7);
    }
    bind_bytes(statement, 8, row.sealed);
    statement.exec();
    statement.reset();
}

std::vector<StreamRow> read_streams(SQLite::Database &db)
{
    std::vector<StreamRow> streams = streams_of(db, "streams");
    std::vector<StreamRow> mirror = streams_of(db, "streams_mirror");
    std::ranges::move(mirror, std::back_inserter(streams));
    std::ranges::sort(streams);
    const auto twice = std::ranges::unique(streams);
    streams.erase(twice.begin(), twice.end());
    return streams;
}

bool streams_agree(SQLite::Database &db)
{
    return streams_of(db, "streams") == streams_of(db, "streams_mirror");
}

void insert_streams(SQLite::Database &db, std::span<const StreamRow> streams)
{
    insert_streams_into(db, "streams", streams);
    insert_streams_into(db, "streams_mirror", streams);
}

void replace_streams(SQLite::Database &db, std::span<const StreamRow> streams)
{
    // Without a WHERE whole pages are given back, and overwritten (secure_delete); deleting single
    // rows could leave what an earlier move of cells within a page left behind.
    db.exec("DELETE FROM streams");
    db.exec("DELETE FROM streams_mirror");
    insert_streams(db, streams);
}

std::vector<Tombstone> read_tombstones(SQLite::Database &db)
{
    std::vector<Tombstone> tombstones;
    SQLite::Statement rows(db, "SELECT packed FROM tombstones ORDER BY position");
    while (rows.executeStep()) {
        auto tombstone = unpack(blob(rows.getColumn(0)));
        const bool known =
            tombstone && std::ranges::any_of(tombstones, [&](const Tombstone &other) {
                return other.signature == tombstone->signature;
            });
        if (tombstone && !known) tombstones.push_back(*std::move(tombstone));
    }
    return tombstones;
}

void insert_tombstone(SQLite::Database &db, const Tombstone &tombstone)
{
    const auto packed = pack(tombstone);
    SQLite::Statement insert(db, "INSERT INTO tombstones(packed) VALUES (?)");
    for (int copy = 0; copy < 2; ++copy) { // as the streams, so that an altered byte costs none
        bind_bytes(insert, 1, packed);
        insert.exec();
        insert.reset();
    }
}

bool tombstones_hold(SQLite::Database &db, const vault::VerifyKey &key)
{
    SQLite::Statement rows(db, "SELECT packed FROM tombstones ORDER BY position");
    std::int64_t count = 0;
    for (; rows.executeStep(); ++count) {
        const auto tombstone = unpack(blob(rows.getColumn(0)));
        if (!tombstone || !verify(*tombstone, key)) return false;
    }
    return count == 2 * static_cast<std::int64_t>(read_tombstones(db).size());
}

} // namespace mvr::store
