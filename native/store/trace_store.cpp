#include "store/trace_store.hpp"

#include "store/erase_rows.hpp"
#include "store/sqlite_file.hpp"
#include "store/vault_files.hpp"
#include "support/log.hpp"
#include "support/os.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
namespace {

constexpr int format_of_traces = 1;
constexpr const char *table = "CREATE TABLE traces(number INTEGER PRIMARY KEY, "
                              "stream BLOB NOT NULL, sealed BLOB NOT NULL) STRICT";
constexpr const char *index = "CREATE INDEX traces_by_stream ON traces(stream, number)";

/// What a chunk is bound to: its table, its number, its stream.
std::string place_of(std::int64_t number, const Id &stream)
{
    std::string place = "traces";
    for (int i = 0; i < 8; ++i)
        place += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
    return place.append(vault::as_text(stream));
}

Id id_of(const SQLite::Column &column)
{
    Id id{};
    const auto bytes = blob(column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), id.size()), id.begin());
    return id;
}

void drop_oldest(SQLite::Database &db, const Id &stream, std::int64_t most_bytes)
{
    // From the newest back: the first number at which what is newer fills the limit already.
    SQLite::Statement rows(
        db, "SELECT number, length(sealed) FROM traces WHERE stream = ? ORDER BY number DESC");
    bind_bytes(rows, 1, stream);
    std::int64_t sum = 0;
    while (rows.executeStep()) {
        sum += rows.getColumn(1).getInt64();
        if (sum <= most_bytes) continue;
        const std::int64_t first_too_many = rows.getColumn(0).getInt64();
        rows.reset();
        SQLite::Statement drop(db, "DELETE FROM traces WHERE stream = ? AND number <= ?");
        bind_bytes(drop, 1, stream);
        drop.bind(2, first_too_many);
        drop.exec();
        return;
    }
}

void insert_chunk(SQLite::Database &db, const Id &stream, const vault::Key &key,
                  std::span<const std::byte> plain)
{
    const std::int64_t number =
        db.execAndGet("SELECT COALESCE(MAX(number), 0) + 1 FROM traces").getInt64();
    const vault::Bytes sealed = vault::seal(key, place_of(number, stream), plain);
    SQLite::Statement insert(db, "INSERT INTO traces(number, stream, sealed) VALUES (?, ?, ?)");
    insert.bind(1, number);
    bind_bytes(insert, 2, stream);
    bind_bytes(insert, 3, sealed);
    insert.exec();
}

std::set<Id> streams_in(SQLite::Database &db)
{
    std::set<Id> streams;
    SQLite::Statement rows(db, "SELECT DISTINCT stream FROM traces");
    while (rows.executeStep())
        streams.insert(id_of(rows.getColumn(0)));
    return streams;
}

} // namespace

TraceStore::TraceStore(std::string path, std::int64_t most_bytes)
    : path_(std::move(path)), most_bytes_(most_bytes)
{
}

TraceStore::~TraceStore() = default;

bool TraceStore::is_there() const { return db_ != nullptr || file_exists(path_); }

Result<void> TraceStore::open_new()
{
    if (auto made = os::write_private_file(path_, ""); !made) return made;
    auto db = open_database(path_);
    db->exec("PRAGMA page_size = " + std::to_string(page_bytes));
    db->exec("PRAGMA journal_mode = WAL");
    SQLite::Transaction transaction(*db);
    db->exec(table);
    db->exec(index);
    db->exec("PRAGMA user_version = " + std::to_string(format_of_traces));
    transaction.commit();
    db_ = std::move(db);
    return {};
}

Result<void> TraceStore::open()
{
    if (db_) return {};
    if (!file_exists(path_) || file_bytes(path_) == 0) {
        if (auto made = open_new(); !made) return made;
    } else {
        auto db = open_database(path_);
        const int format = db->execAndGet("PRAGMA user_version").getInt();
        if (format > format_of_traces) {
            return Error{Errc::unsupported, "a newer version of the add-on made '" + path_ + "'",
                         "", "Update the add-on."};
        }
        if (!db->tableExists("traces")) throw SQLite::Exception("no traces", 11); // SQLITE_CORRUPT
        db_ = std::move(db);
    }
    db_->exec("PRAGMA synchronous = NORMAL"); // a chunk that a power cut takes is no loss
    checkpoint_on_close(*db_, true);
    return {};
}

void TraceStore::remove_damaged()
{
    log_warning("the traces '" + path_ + "' are damaged; they are removed and begun anew");
    db_.reset();
    remove_with_wal(path_);
}

template <class Work> auto TraceStore::on_database(Work work) -> decltype(work())
{
    const auto attempt = [&]() -> decltype(work()) {
        if (auto opened = open(); !opened) return opened.error();
        return work();
    };
    return guarded(path_, [&]() -> decltype(work()) {
        try {
            return attempt();
        } catch (const SQLite::Exception &exception) {
            if (!says_damaged(exception)) throw;
        }
        remove_damaged();
        return attempt();
    });
}

Result<void> TraceStore::add(const Id &stream, const vault::Key &key,
                             std::span<const std::byte> plain)
{
    return on_database([&]() -> Result<void> {
        SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
        insert_chunk(*db_, stream, key, plain);
        drop_oldest(*db_, stream, most_bytes_);
        transaction.commit();
        return {};
    });
}

Result<TraceStore::Chunks> TraceStore::read(const Id &stream, const vault::Key &key)
{
    if (!is_there()) return Chunks{};
    return on_database([&]() -> Result<Chunks> {
        Chunks chunks;
        SQLite::Statement rows(
            *db_, "SELECT number, sealed FROM traces WHERE stream = ? ORDER BY number");
        bind_bytes(rows, 1, stream);
        while (rows.executeStep()) {
            const std::string place = place_of(rows.getColumn(0).getInt64(), stream);
            auto plain = vault::open(key, place, blob(rows.getColumn(1)));
            if (plain)
                chunks.plain.push_back(*std::move(plain));
            else
                ++chunks.unreadable;
        }
        return chunks;
    });
}

Result<void> TraceStore::forget_where(const std::set<Id> &streams)
{
    if (streams.empty()) return {};
    SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement drop(*db_, "DELETE FROM traces WHERE stream = ?");
    for (const Id &stream : streams) {
        bind_bytes(drop, 1, stream);
        drop.exec();
        drop.reset();
    }
    transaction.commit();
    empty_wal(*db_); // deleted bytes are overwritten in the file, and not kept beside it
    return {};
}

Result<void> TraceStore::forget(const Id &stream)
{
    if (!is_there()) return {};
    return on_database([&] { return forget_where({stream}); });
}

Result<void> TraceStore::keep_only(const std::set<Id> &streams)
{
    if (!is_there()) return {};
    return on_database([&] {
        std::set<Id> others = streams_in(*db_);
        std::erase_if(others, [&](const Id &stream) { return streams.contains(stream); });
        return forget_where(others);
    });
}

} // namespace mvr::store
