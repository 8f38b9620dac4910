#include "support/os.hpp"
#include "support/raw_file_posix.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace mvr::os {

Result<void> make_private_folder(const std::string &path)
{
    std::vector<std::string> new_ones;
    std::error_code failed;
    for (std::filesystem::path each = path; !each.empty() && !std::filesystem::exists(each, failed);
         each = each.parent_path())
        new_ones.push_back(each.string());
    const bool made = std::filesystem::create_directories(path, failed);
    if (failed) {
        errno = failed.value();
        return storage_error("create the folder", path);
    }
    if (made && ::chmod(path.c_str(), 0700) != 0) return storage_error("protect the folder", path);
    for (const std::string &each : new_ones) {
        if (auto synced = sync_name(each); !synced) return synced;
    }
    if (::access(path.c_str(), W_OK | X_OK) != 0) return storage_error("write to the folder", path);
    return {};
}

Result<void> make_private(const std::string &path)
{
    if (::chmod(path.c_str(), owner_only) != 0) return storage_error("protect", path);
    return {};
}

} // namespace mvr::os
