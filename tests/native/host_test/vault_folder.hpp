#pragma once

#include "host/engine.hpp"
#include "support/os.hpp"

#include <filesystem>
#include <string>

namespace mvr::host {

/// A folder of its own that is gone afterwards.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() /
        ("mvr_host_test_" + std::to_string(os::process_id()) + "_" + std::to_string(++count));
    Folder() { std::filesystem::remove_all(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    static inline int count = 0;
};

inline EngineConfig config(const Folder &folder)
{
    EngineConfig config;
    config.folder = (folder.path / "vault").string();
    config.blender_version = "4.4.0";
    return config;
}

} // namespace mvr::host
