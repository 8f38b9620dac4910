#include "store/format1.hpp"

#include "store/format1_keys.hpp"
#include "store/vault_files.hpp"
#include "support/os.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <memory>
#include <vector>

namespace mvr::store {
namespace {

constexpr const char *create_tables =
    "CREATE TABLE events(sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, time_ms INTEGER NOT NULL, "
    "pseudonym TEXT NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT NULL, hash BLOB NOT NULL) "
    "STRICT;"
    "CREATE TABLE learner_keys(pseudonym TEXT PRIMARY KEY, wrapped BLOB NOT NULL) "
    "STRICT, WITHOUT ROWID;"
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID";

struct Stored {
    RowV1 row;
    vault::Bytes sealed;
    vault::Hash hash{};
};

Stored stored(SQLite::Statement &statement)
{
    Stored read;
    read.row = {statement.getColumn(0).getInt64(),
                statement.getColumn(1).getString(),
                statement.getColumn(2).getInt64(),
                statement.getColumn(3).getString(),
                statement.getColumn(4).getInt(),
                {},
                false};
    const auto sealed = blob(statement.getColumn(5));
    read.sealed.assign(sealed.begin(), sealed.end());
    const auto hash = blob(statement.getColumn(6));
    std::copy_n(hash.begin(), std::min(hash.size(), read.hash.size()), read.hash.begin());
    return read;
}

void unseal(Stored &read, const KeysV1 &keys, const std::vector<vault::Hash> &before)
{
    const vault::Key *key = keys.of(read.row.pseudonym);
    if (key == nullptr) return;
    for (const vault::Hash &previous : before) {
        auto plain = vault::open(*key, context_of(read.row, previous), read.sealed);
        if (!plain) continue;
        read.row.plain = *std::move(plain);
        read.row.readable = true;
        return;
    }
}

/// Reads on from `next` until the end or until SQLite finds the file broken; says which.
bool read_on(SQLite::Database &db, const KeysV1 &keys, std::int64_t &next,
             std::vector<vault::Hash> &before, const VisitV1 &visit)
{
    SQLite::Statement statement(db,
                                "SELECT sequence, id, time_ms, pseudonym, version, sealed, hash "
                                "FROM events WHERE sequence >= ? ORDER BY sequence");
    statement.bind(1, next);
    while (true) {
        Stored read;
        try { // around the reading alone: what `visit` throws is not this file's damage
            if (!statement.executeStep()) return true;
            read = stored(statement);
        } catch (const SQLite::Exception &exception) {
            if (!says_damaged(exception)) throw;
            return false;
        }
        if (read.row.sequence < next) continue;
        for (; next < read.row.sequence; ++next) {
            RowV1 missing;
            missing.sequence = next;
            visit(missing);
        }
        unseal(read, keys, before);
        std::vector<vault::Hash> links{read.hash};
        for (const vault::Hash &previous : before)
            links.push_back(link_of_v1(read.row, read.sealed, previous));
        before = std::move(links);
        if (before.size() > 2) before.resize(2);
        visit(read.row);
        ++next;
    }
}

std::int64_t last_sequence(SQLite::Database &db)
{
    SQLite::Statement last(db, "SELECT max(sequence) FROM events");
    return last.executeStep() ? last.getColumn(0).getInt64() : 0;
}

void read_rows(SQLite::Database &db, const KeysV1 &keys, const VisitV1 &visit)
{
    std::int64_t next = 1;
    std::vector<vault::Hash> before{vault::chain_start};
    while (!read_on(db, keys, next, before, visit)) {
        if (next > last_sequence(db)) return;
        RowV1 broken;
        broken.sequence = next++;
        visit(broken);
    }
}

void put_meta(SQLite::Database &db, const std::string &name, std::span<const std::byte> value)
{
    SQLite::Statement row(db, "INSERT INTO meta(name, value) VALUES (?, ?)");
    row.bindNoCopy(1, name);
    bind_bytes(row, 2, value);
    row.exec();
}

void copy_other_keys(SQLite::Database &from, SQLite::Database &to, const std::string &pseudonym)
{
    SQLite::Statement rows(from,
                           "SELECT pseudonym, wrapped FROM learner_keys WHERE pseudonym <> ?");
    rows.bindNoCopy(1, pseudonym);
    SQLite::Statement insert(to, "INSERT INTO learner_keys(pseudonym, wrapped) VALUES (?, ?)");
    while (rows.executeStep()) {
        const std::string name = rows.getColumn(0).getString();
        insert.bindNoCopy(1, name);
        bind_bytes(insert, 2, blob(rows.getColumn(1)));
        insert.exec();
        insert.reset();
    }
}

/// Appends rows, numbered from 1, each sealed into its place.
class WriterV1 {
  public:
    WriterV1(SQLite::Database &db, const KeysV1 &keys)
        : keys_(keys), insert_(db, "INSERT INTO events(sequence, id, time_ms, pseudonym, version, "
                                   "sealed, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
    {
    }
    void add(RowV1 row)
    {
        row.sequence = ++sequence_;
        const auto sealed =
            vault::seal(*keys_.of(row.pseudonym), context_of(row, hash_), row.plain);
        hash_ = link_of_v1(row, sealed, hash_);
        insert_.bind(1, row.sequence);
        insert_.bindNoCopy(2, row.id);
        insert_.bind(3, row.time_ms);
        insert_.bindNoCopy(4, row.pseudonym);
        insert_.bind(5, row.version);
        bind_bytes(insert_, 6, sealed);
        bind_bytes(insert_, 7, hash_);
        insert_.exec();
        insert_.reset();
    }
    vault::Bytes sealed_head() const
    {
        vault::Bytes plain;
        for (int i = 0; i < 8; ++i)
            plain.push_back(
                static_cast<std::byte>(static_cast<std::uint64_t>(sequence_) >> (8 * i)));
        plain.insert(plain.end(), hash_.begin(), hash_.end());
        return vault::seal(keys_.meta(), "meta|head", plain);
    }

  private:
    const KeysV1 &keys_;
    SQLite::Statement insert_;
    std::int64_t sequence_ = 0;
    vault::Hash hash_ = vault::chain_start;
};

void write_without(SQLite::Database &from, const std::string &path, const vault::Key &vault_key,
                   const std::string &pseudonym)
{
    const KeysV1 keys(vault_key, from);
    SQLite::Database to(path, SQLite::OPEN_READWRITE);
    to.exec("PRAGMA journal_mode = WAL");
    to.exec("PRAGMA synchronous = FULL");
    SQLite::Transaction transaction(to);
    to.exec(create_tables);
    WriterV1 writer(to, keys);
    read_rows(from, keys, [&](const RowV1 &row) {
        if (row.readable && row.pseudonym != pseudonym) writer.add(row);
    });
    copy_other_keys(from, to, pseudonym);
    put_meta(to, "fingerprint", vault::as_bytes(fingerprint_of(vault_key)));
    put_meta(to, "format", vault::seal(keys.meta(), "meta|format", vault::as_bytes("1")));
    put_meta(to, "head", writer.sealed_head());
    transaction.commit();
}

} // namespace

Result<void> read_format1(const std::string &path, const vault::Key &vault_key,
                          const VisitV1 &visit)
{
    return guarded(path, [&]() -> Result<void> {
        const auto db = open_database(path);
        const KeysV1 keys(vault_key, *db);
        std::string fingerprint;
        SQLite::Statement meta(*db, "SELECT value FROM meta WHERE name = 'fingerprint'");
        if (meta.executeStep()) fingerprint = meta.getColumn(0).getString();
        if (fingerprint != fingerprint_of(vault_key) && !keys.any()) {
            return Error{Errc::unauthorized, "the key file does not belong to this record", "",
                         "Put back the vault.key that was made with it, or choose another folder."};
        }
        meta.reset();
        read_rows(*db, keys, visit);
        return {};
    });
}

Result<void> remove_learner_format1(const std::string &path, const vault::Key &vault_key,
                                    const std::string &pseudonym)
{
    const std::string fresh = path + ".new";
    remove_with_wal(fresh);
    if (auto made = os::write_private_file(fresh, ""); !made) return made;
    return guarded(path, [&]() -> Result<void> {
        {
            const auto from = open_database(path);
            from->exec("PRAGMA wal_checkpoint(TRUNCATE)");
            write_without(*from, fresh, vault_key, pseudonym);
        }
        // Of the database that goes: it would be read into the new one.
        if (auto gone = os::remove_file(path + "-wal"); !gone) return gone;
        os::remove_quietly(path + "-shm");
        return move_file(fresh, path);
    });
}

} // namespace mvr::store
