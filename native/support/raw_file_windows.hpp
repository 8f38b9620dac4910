#pragma once

// What the Windows files of os.hpp share; nobody else includes it.

#include "support/error.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <windows.h>

namespace mvr::os {

/// Of a path in UTF-8. One that is longer than 247 characters and names its drive or server gets
/// the prefix with which Windows reads it whole.
std::wstring wide(std::string_view utf8);

Error storage_error(const std::string &doing, const std::string &path,
                    DWORD code = ::GetLastError());

/// Closes on every way out.
class Handle {
  public:
    explicit Handle(HANDLE handle) : handle_(handle) {}
    ~Handle();
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    HANDLE get() const { return handle_; }
    explicit operator bool() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }

  private:
    HANDLE handle_;
};

/// What another program may do with a file that we have open: all, as on other systems.
inline constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
/// A symbolic link is not followed: it is opened itself, and is then no regular file.
inline constexpr DWORD no_follow = FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT;

/// Writes where the file's pointer is.
bool write_all(HANDLE file, std::string_view content);
bool seek(HANDLE file, std::int64_t at, DWORD from = FILE_BEGIN);

/// Calls `attempt` again for up to a second while another program, such as a virus scanner, has the
/// file open; whether it succeeded at last, and then GetLastError says why not.
bool unless_in_use(const std::function<bool()> &attempt);

} // namespace mvr::os
