#include "support/raw_file_posix.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace mvr::os {

Error storage_error(const std::string &doing, const std::string &path)
{
    const std::string reason = std::strerror(errno);
    return {Errc::storage_unavailable, "cannot " + doing + " '" + path + "': " + reason, "",
            "Free some space or choose a folder that you can write to."};
}

File::File(const std::string &path, int flags)
    : fd_(::open(path.c_str(), flags | O_CLOEXEC, owner_only))
{
}

File::~File()
{
    if (fd_ >= 0) ::close(fd_);
}

bool sync_to_disk(int fd)
{
#ifdef F_FULLFSYNC
    if (::fcntl(fd, F_FULLFSYNC) == 0) return true; // not every file system there has it
#endif
    return ::fsync(fd) == 0;
}

bool write_all(int fd, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool write_all_at(int fd, std::int64_t at, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::pwrite(fd, content.data(), content.size(), at);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
        at += written;
    }
    return true;
}

} // namespace mvr::os
