#pragma once

#include "support/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace mvr::os {

/// A file for this user only (0600) that is written beside its place and then put there at once.
/// Removed with the object unless it was put in place. Thread: one at a time.
class FileBeside {
  public:
    virtual ~FileBeside() = default;

    /// Errors: Errc::storage_unavailable.
    virtual Result<void> write(std::string_view content) = 0;

    /// Waits until the disk has the content, then replaces what is in the place. Once.
    /// Errors: Errc::storage_unavailable; then the place is as it was.
    virtual Result<void> put_in_place() = 0;
};

/// Begins a file beside `path`; never follows a symbolic link. Errors: Errc::storage_unavailable.
Result<std::unique_ptr<FileBeside>> make_file_beside(const std::string &path);

} // namespace mvr::os
