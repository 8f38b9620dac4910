#pragma once

#include "support/clock.hpp"
#include "support/result.hpp"

#include <string>
#include <vector>

namespace mvr::store {

/// Where the parts of a vault are. A database is its file and, beside it, what SQLite has not yet
/// copied into it ("-wal").
///
/// A new database is written as `unfinished()`, becomes `finished()` by a rename when it is whole
/// and on disk, and then takes the place of `database()`; an opening goes on where one before it
/// stopped.
class VaultFiles {
  public:
    explicit VaultFiles(std::string folder) : folder_(std::move(folder)) {}

    const std::string &folder() const { return folder_; }
    std::string database() const { return in_folder("record-v2.sqlite"); }
    std::string unfinished() const { return in_folder("record-v2.new.sqlite"); }
    std::string scratch() const { return in_folder("record-v2.scratch.sqlite"); }
    std::string finished() const { return in_folder("record-v2.ready.sqlite"); }
    std::string database_v1() const { return in_folder("record-v1.sqlite"); }
    std::string traces() const { return in_folder("traces-v1.sqlite"); }
    std::string head() const { return in_folder("record.head"); }
    std::string key() const { return in_folder("vault.key"); }
    std::string lock() const { return in_folder("vault.lock"); }
    std::string reserve() const { return in_folder("reserve"); }

    /// A name that is not taken, "<stem>-<time><suffix>".
    std::string dated(const std::string &stem, TimeMs now, const std::string &suffix) const;
    std::string damaged(TimeMs now) const { return dated("record-v2.damaged", now, ".sqlite"); }
    std::string migrated(TimeMs now) const { return dated("record-v1.migrated", now, ".sqlite"); }

    /// Whole paths of the files whose names begin and end so, in the order of their names.
    std::vector<std::string> matching(const std::string &prefix, const std::string &suffix) const;

    /// Copies of databases that this program keeps: from migrations, recoveries and restores, of
    /// both formats.
    std::vector<std::string> copies() const;

    /// Whether anything that a key once sealed is here.
    bool any_record() const;

    std::string in_folder(const std::string &name) const;

  private:
    std::string folder_;
};

bool file_exists(const std::string &path);
std::int64_t file_bytes(const std::string &path); ///< 0 when there is no such file
std::string name_of(const std::string &path);     ///< without its folder

/// Renames a file over another and waits until the disk has its name. Errors:
/// Errc::storage_unavailable.
Result<void> move_file(const std::string &from, const std::string &to);

/// Renames the closed database `unfinished()` to `finished()`.
/// Errors: Errc::storage_unavailable, also when the disk did not let its closing copy everything
/// into it (SQLite closes without a word then); it is removed.
Result<void> finish_database(const VaultFiles &files);

/// Copies a database with its write-ahead file, readable by this user only.
/// Errors: Errc::storage_unavailable; nothing is left at `to`.
Result<void> copy_with_wal(const std::string &from, const std::string &to);

/// Moves a database with its write-ahead file. Errors: Errc::storage_unavailable.
Result<void> move_with_wal(const std::string &from, const std::string &to);
void remove_with_wal(const std::string &path);

} // namespace mvr::store
