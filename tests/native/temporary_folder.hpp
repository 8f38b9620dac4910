#pragma once

#include "support/utf8_path.hpp"
#include "support/uuid.hpp"

#include <filesystem>
#include <string>

namespace mvr {

/// A folder of the test's own, gone afterwards. In memory where the system has such a place, since
/// the tests wait for the disk thousands of times.
class TemporaryFolder {
  public:
    TemporaryFolder()
    {
        namespace fs = std::filesystem;
        const fs::path base = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
        const fs::path made = base / ("mvr_" + new_uuid(0).substr(24));
        fs::create_directory(made);
        path_ = to_utf8(made);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(utf8_path(path_), ignored);
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    const std::string &path() const { return path_; }
    std::string file(const std::string &name) const
    {
        return to_utf8(utf8_path(path_) / utf8_path(name));
    }

  private:
    std::string path_;
};

} // namespace mvr
