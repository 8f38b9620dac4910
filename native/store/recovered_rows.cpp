#include "store/recovered_rows.hpp"

#include "store/row_io.hpp"
#include "store/vault_files.hpp"

#include <limits>

#include <sqlite3recover.h>

namespace mvr::store {
namespace {

/// Removes a database on every way out.
struct Scratch {
    const std::string &path;
    ~Scratch() { remove_with_wal(path); }
};

void recover_into(const std::string &source, const std::string &scratch)
{
    SQLite::Database broken(source, SQLite::OPEN_READWRITE);
    checkpoint_on_close(broken, false);
    sqlite3_recover *recovery = sqlite3_recover_init(broken.getHandle(), "main", scratch.c_str());
    sqlite3_recover_run(recovery); // what it says of the damage is no news
    sqlite3_recover_finish(recovery);
}

} // namespace

void recovered_rows(const std::string &source, const std::string &scratch,
                    const std::function<void(const SealedRow &)> &take)
{
    remove_with_wal(scratch);
    const Scratch removed{scratch};
    try {
        recover_into(source, scratch);
        SQLite::Database whole(scratch, SQLite::OPEN_READWRITE);
        SQLite::Statement rows(whole, select_sealed_rows);
        rows.bind(1, std::int64_t{1});
        rows.bind(2, std::numeric_limits<std::int64_t>::max());
        rows.bind(3, std::int64_t{-1}); // no limit
        SealedRow row;
        while (rows.executeStep()) {
            read_row(rows, row);
            take(row);
        }
    } catch (const SQLite::Exception &exception) {
        if (!says_damaged(exception)) throw;
    }
}

} // namespace mvr::store
