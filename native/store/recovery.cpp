#include "store/recovery.hpp"

#include "store/payloads.hpp"
#include "store/scan.hpp"
#include "store/stamp.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <set>

namespace mvr::store {
namespace {

constexpr std::size_t header_bytes = 100;

void put_big_endian(std::array<char, header_bytes> &header, std::size_t at, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        header[at + i] = static_cast<char>(value >> (24 - 8 * i));
}

/// Every header of ours is the same but for the file's size, so a broken one can be written anew:
/// without it SQLite would read none of the pages behind it. A file that has not even one page
/// becomes an empty one. Source: https://www.sqlite.org/fileformat2.html#the_database_header
void mend_header(const std::string &path, const std::string &sound)
{
    const std::int64_t pages = size_bytes(path) / static_cast<std::int64_t>(page_bytes);
    if (pages == 0) {
        std::error_code failed; // shows when it is opened
        std::filesystem::copy_file(sound, path, std::filesystem::copy_options::overwrite_existing,
                                   failed);
        return;
    }
    std::array<char, header_bytes> header{};
    std::ifstream(sound, std::ios::binary).read(header.data(), header.size());
    put_big_endian(header, 28, static_cast<std::uint32_t>(pages));
    std::copy_n(header.begin() + 24, 4, header.begin() + 92); // "the size above is valid"
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.write(header.data(), header.size());
}

/// Copies the key of a pseudonym as it stands, wrapped.
void copy_key(SQLite::Database &from, SQLite::Database &to, const std::string &pseudonym)
{
    SQLite::Statement read(from, "SELECT wrapped FROM learner_keys WHERE pseudonym = ?");
    read.bindNoCopy(1, pseudonym);
    if (!read.executeStep()) return;
    const auto wrapped = blob(read.getColumn(0));
    SQLite::Statement write(to, "INSERT INTO learner_keys(pseudonym, wrapped) VALUES (?, ?)");
    write.bindNoCopy(1, pseudonym);
    write.bindNoCopy(2, wrapped.data(), static_cast<int>(wrapped.size()));
    write.exec();
}

Head copy_good_rows(SQLite::Database &from, SQLite::Database &to, KeyRing &keys)
{
    SQLite::Transaction transaction(to);
    SQLite::Statement write(to, insert_row);
    std::set<std::string> copied{""};
    const auto copy = [&](const Row &row, std::span<const std::byte>) {
        if (copied.insert(row.pseudonym).second) copy_key(from, to, row.pseudonym);
        insert(write, row);
    };
    const Scan good = scan(from, keys, Head{}, copy);
    set_meta(to, "head", sealed_head(good.head, keys.meta_key()));
    transaction.commit();
    return good.head;
}

/// The salvaged copy, however broken: SQLite refuses some files at the very first statement.
std::unique_ptr<SQLite::Database> open_broken(const std::string &path)
{
    try {
        return open_database(path);
    } catch (const SQLite::Exception &exception) {
        if (!says_damaged(exception)) throw;
        return nullptr;
    }
}

Result<Head> fill_fresh(const RecordFiles &files, KeyRing &keys)
{
    return guarded(files.fresh(), [&]() -> Result<Head> {
        const auto fresh = open_database(files.fresh());
        checkpoint_on_close(*fresh, true);
        const auto broken = open_broken(files.salvage());
        return broken ? copy_good_rows(*broken, *fresh, keys) : Head{};
    });
}

} // namespace

Result<void> make_empty(const RecordFiles &files, KeyRing &keys)
{
    return guarded(files.fresh(), [&]() -> Result<void> {
        if (auto created = create_database(files.fresh()); !created) return created;
        const auto db = open_database(files.fresh());
        checkpoint_on_close(*db, true);
        SQLite::Transaction transaction(*db);
        set_meta(*db, "fingerprint", vault::as_bytes(keys.fingerprint()));
        set_meta(*db, "format", sealed_format(format_version, keys.meta_key()));
        set_meta(*db, "head", sealed_head(Head{}, keys.meta_key()));
        transaction.commit();
        return {};
    });
}

Result<std::int64_t> recover(const RecordFiles &files, const vault::Key &vault_key,
                             const Clock &clock, const std::string &source,
                             const std::string &kept_as, const std::string &damage)
{
    KeyRing keys(vault_key);
    if (auto made = make_empty(files, keys); !made) return made.error();
    if (auto copied = copy_database(source, files.salvage()); !copied) return copied.error();
    mend_header(files.salvage(), files.fresh());
    const auto good = fill_fresh(files, keys);
    remove_database(files.salvage());
    if (!good) return good.error();

    return guarded(files.fresh(), [&]() -> Result<std::int64_t> {
        LogParts fresh(files.fresh(), clock, std::move(keys), open_database(files.fresh()), *good);
        checkpoint_on_close(*fresh.db, true);
        const RecordRecovered recovered{good->sequence + 1, damage, file_name(kept_as)};
        const NewEvent event = new_event("", recovered);
        const auto no_learner = [](const std::string &) { return std::string(); };
        const auto events = stamped({&event, 1}, good->sequence + 1, clock(), no_learner);
        if (auto written = append_rows(fresh, events); !written) return written.error();
        return good->sequence;
    });
}

} // namespace mvr::store
