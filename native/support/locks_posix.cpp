#include "support/os.hpp"
#include "support/raw_file_posix.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mvr::os {
namespace {

class PosixLock final : public FileLock {
  public:
    explicit PosixLock(std::unique_ptr<File> file) : file_(std::move(file)) {}

  private:
    std::unique_ptr<File> file_;
};

class PosixAppendFile final : public AppendFile {
  public:
    PosixAppendFile(std::unique_ptr<File> file, std::string path)
        : file_(std::move(file)), path_(std::move(path))
    {
    }

    Result<void> append(std::span<const std::byte> bytes) override
    {
        struct stat before = {};
        if (::fstat(file_->fd(), &before) != 0) return storage_error("read", path_);
        const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
        if (write_all(file_->fd(), text) && sync_to_disk(file_->fd())) return {};
        Error error = storage_error("write", path_);
        if (::ftruncate(file_->fd(), before.st_size) != 0) error = storage_error("shorten", path_);
        return error;
    }

  private:
    std::unique_ptr<File> file_;
    std::string path_;
};

std::string first_line(int fd)
{
    char text[64] = {};
    const ssize_t got = ::pread(fd, text, sizeof text - 1, 0);
    return std::string(text, static_cast<std::size_t>(got > 0 ? got : 0));
}

} // namespace

Result<std::unique_ptr<FileLock>> lock_file(const std::string &path)
{
    auto file = std::make_unique<File>(path, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (!*file) return storage_error("open", path);
    if (::flock(file->fd(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return storage_error("lock", path);
        return Error{Errc::locked, "the record is in use by process " + first_line(file->fd()), "",
                     "Close the other Blender, or choose another folder in the preferences."};
    }
    if (::ftruncate(file->fd(), 0) != 0 || !write_all(file->fd(), std::to_string(process_id()))) {
        return storage_error("write", path);
    }
    return std::unique_ptr<FileLock>(std::make_unique<PosixLock>(std::move(file)));
}

Result<std::unique_ptr<AppendFile>> open_append_locked(const std::string &path)
{
    auto file = std::make_unique<File>(path, O_WRONLY | O_APPEND | O_NOFOLLOW);
    if (!*file) return storage_error("open", path);
    if (::flock(file->fd(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return storage_error("lock", path);
        return Error{Errc::locked, "'" + path + "' is in use", "", ""};
    }
    return std::unique_ptr<AppendFile>(std::make_unique<PosixAppendFile>(std::move(file), path));
}

} // namespace mvr::os
