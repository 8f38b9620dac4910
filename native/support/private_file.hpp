#pragma once

#include "support/file_beside.hpp"
#include "support/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace mvr::os {

/// Writes a file for this user only (0600), piece by piece, beside its place, and puts it there at
/// once when it is whole; one that is not finished is removed. Thread: one at a time.
class PrivateFileWriter {
  public:
    explicit PrivateFileWriter(std::string path);
    ~PrivateFileWriter();
    PrivateFileWriter(const PrivateFileWriter &) = delete;
    PrivateFileWriter &operator=(const PrivateFileWriter &) = delete;

    /// A failure is kept for `finish`; what comes after it is passed over.
    void write(std::string_view text);

    /// Syncs and renames. Errors: Errc::storage_unavailable for the first thing that failed.
    Result<void> finish();

  private:
    void flush();
    void keep(Error failure);

    std::string path_;
    std::unique_ptr<FileBeside> file_; ///< nothing if it could not be made
    std::string buffer_;
    Result<void> failed_;
};

} // namespace mvr::os
