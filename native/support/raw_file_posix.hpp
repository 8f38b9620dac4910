#pragma once

// What the POSIX files of os.hpp share; nobody else includes it.

#include "support/error.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace mvr::os {

inline constexpr mode_t owner_only = 0600;

/// Of what `errno` says.
Error storage_error(const std::string &doing, const std::string &path);

/// Closes on every way out.
class File {
  public:
    File(const std::string &path, int flags);
    ~File();
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    int fd() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }

  private:
    int fd_;
};

/// Waits until the disk has what was written, past its own cache also on macOS, whose `fsync` does
/// not wait for that (fsync(2) there).
bool sync_to_disk(int fd);

bool write_all(int fd, std::string_view content);
bool write_all_at(int fd, std::int64_t at, std::string_view content);

} // namespace mvr::os
