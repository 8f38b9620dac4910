#pragma once

#include "support/clock.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace mvr::store {

/// A folder of the test's own, gone afterwards. In memory where the system has such a place, since
/// the tests wait for the disk thousands of times.
class RecordFolder {
  public:
    RecordFolder()
    {
        namespace fs = std::filesystem;
        const fs::path base = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
        std::string name = (base / "malloc_vr_record_XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~RecordFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    RecordFolder(const RecordFolder &) = delete;
    RecordFolder &operator=(const RecordFolder &) = delete;

    const std::string &path() const { return path_; }
    std::string database() const { return path_ + "/record-v1.sqlite"; }
    std::string file(const std::string &name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

/// A clock that goes on by a second at every look.
inline Clock ticking()
{
    auto now = std::make_shared<TimeMs>(1'770'000'000'000);
    return [now] { return *now += 1'000; };
}

inline std::string content_of(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_content(const std::string &path, const std::string &content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

} // namespace mvr::store
