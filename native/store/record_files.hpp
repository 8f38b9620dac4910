#pragma once

#include "support/clock.hpp"
#include "support/result.hpp"

#include <optional>
#include <string>

namespace mvr::store {

/// Where the parts of a record are, and the moves among them. A database is its file and, beside
/// it, what SQLite has not yet copied into it ("-wal", "-shm").
class RecordFiles {
  public:
    explicit RecordFiles(std::string folder) : folder_(std::move(folder)) {}

    const std::string &folder() const { return folder_; }
    std::string database() const { return in_folder("record-v1.sqlite"); }
    std::string key() const { return in_folder("vault.key"); }
    std::string lock() const { return in_folder("vault.lock"); }
    std::string fresh() const
    {
        return in_folder("record-v1.new.sqlite");
    } ///< until it is complete
    std::string salvage() const
    {
        return in_folder("record-v1.salvage.sqlite");
    } ///< a copy to work on

    /// A name that is not taken for a database found damaged at `now`.
    std::string damaged(TimeMs now) const;
    /// The database that was moved aside last; empty when none ever was.
    std::optional<std::string> latest_damaged() const;
    /// Whether anything that a key once sealed is here.
    bool any_record() const;

    /// Removes what an interrupted opening left unfinished; it never held the only copy of
    /// anything.
    void remove_unfinished() const;

  private:
    std::string in_folder(const std::string &name) const;
    std::string folder_;
};

bool exists(const std::string &path);
std::int64_t size_bytes(const std::string &path); ///< 0 when there is no such file
std::string file_name(const std::string &path);   ///< without its folder

/// Renames or copies a database with what stands beside it. Errors: Errc::storage_unavailable.
Result<void> move_database(const std::string &from, const std::string &to);
Result<void> copy_database(const std::string &from, const std::string &to);
void remove_database(const std::string &path);

} // namespace mvr::store
