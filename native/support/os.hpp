#pragma once

// The one interface to the operating system: private files and folders, file locks, process ids,
// random bytes. Everything that differs between Linux, macOS and Windows is behind it, in files
// that end in _posix or _windows. Paths are UTF-8.

#include "support/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace mvr::os {

/// Fills `out` from the system's random generator. Throws Failure if there is none.
void random_bytes(std::span<std::byte> out);

/// Creates `path` (and its parents) readable by this user only (0700) and waits until the disk has
/// it, or checks that it is a folder that we can write to. Errors: Errc::storage_unavailable with
/// the path and the reason.
Result<void> make_private_folder(const std::string &path);

/// Writes a new file readable by this user only (0600), replacing an older one at once (write
/// beside, sync, rename); never follows a symbolic link. Errors: Errc::storage_unavailable.
Result<void> write_private_file(const std::string &path, std::string_view content);

/// Writes a part of a file of this user's only (0600), which is made if it is not there, where it
/// stands; the disk takes it when it likes. Errors: Errc::storage_unavailable.
Result<void> write_in_place(const std::string &path, std::int64_t at, std::string_view content);

/// Waits until the disk has what was written to a file. Errors: Errc::storage_unavailable.
Result<void> sync_file(const std::string &path);

/// Waits until the disk has the name of a file or folder that was made, renamed or removed: a sync
/// of the file alone need not keep it. Where the file system does not sync folders there is nothing
/// to wait for. Errors: Errc::storage_unavailable.
Result<void> sync_name(const std::string &path);

/// Reads a file that must be a regular file of this user with no rights for others.
/// Errors: Errc::not_found; Errc::unauthorized if others may read it (the message says how to mend
/// it); Errc::storage_unavailable.
Result<std::string> read_private_file(const std::string &path);

/// Gives a file another name on the same disk, where it replaces what has that name. On Windows it
/// waits up to a second while another program has one of them open.
std::error_code rename_file(const std::string &from, const std::string &to);

/// Removes a file if it is there. On Windows it waits as `rename_file` does.
/// Errors: Errc::storage_unavailable.
Result<void> remove_file(const std::string &path);

/// Removes a file or socket if it is there and can be removed.
void remove_quietly(const std::string &path);

/// Lets only this user read and write an existing file or socket (0600).
Result<void> make_private(const std::string &path);

std::int64_t process_id();

/// Gives memory that was freed back to the system, after work that needed much for a moment.
/// Thread: any.
void give_back_free_memory();

/// Names the calling thread for debuggers and process lists; at most 15 bytes are kept.
void name_this_thread(const std::string &name);

/// Held as long as this object lives; the system gives it up when the process dies.
class FileLock {
  public:
    virtual ~FileLock() = default;
};

/// A file that is only ever added to.
class AppendFile {
  public:
    virtual ~AppendFile() = default;

    /// Adds all of `bytes` and waits for the disk. Errors: Errc::storage_unavailable, and the file
    /// is as long as it was.
    virtual Result<void> append(std::span<const std::byte> bytes) = 0;
};

/// Opens an existing file of ours for adding and holds its exclusive lock as long as the object
/// lives. Errors: Errc::locked; Errc::storage_unavailable.
Result<std::unique_ptr<AppendFile>> open_append_locked(const std::string &path);

/// Overwrites a part of an existing file and waits for the disk.
/// Errors: Errc::storage_unavailable.
Result<void> overwrite_with_zeros(const std::string &path, std::int64_t at, std::int64_t bytes);

/// Takes the exclusive lock on `path` and writes our process id into it.
/// Errors: Errc::locked, the message names the process that holds it; Errc::storage_unavailable.
Result<std::unique_ptr<FileLock>> lock_file(const std::string &path);

} // namespace mvr::os
