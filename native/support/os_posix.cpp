#include "support/os.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mvr::os {
namespace {

constexpr mode_t private_file = 0600;
constexpr mode_t rights_of_others = 0077;

Error storage_error(const std::string &doing, const std::string &path)
{
    const std::string reason = std::strerror(errno);
    return {Errc::storage_unavailable, "cannot " + doing + " '" + path + "': " + reason, "",
            "Free some space or choose a folder that you can write to."};
}

/// Closes on every way out.
class File {
  public:
    File(const std::string &path, int flags)
        : fd_(::open(path.c_str(), flags | O_CLOEXEC, private_file))
    {
    }
    ~File()
    {
        if (fd_ >= 0) ::close(fd_);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    int fd() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }

  private:
    int fd_;
};

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
        if (write_all(file_->fd(), text) && ::fsync(file_->fd()) == 0) return {};
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

Result<void> write_private_file(const std::string &path, std::string_view content)
{
    const std::string beside = path + ".new." + std::to_string(process_id());
    remove_quietly(beside);
    {
        const File file(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
        if (!file) return storage_error("create", beside);
        if (!write_all(file.fd(), content) || ::fsync(file.fd()) != 0) {
            Error error = storage_error("write", path);
            remove_quietly(beside);
            return error;
        }
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) return storage_error("write", path);
    return {};
}

Result<void> write_in_place(const std::string &path, std::int64_t at, std::string_view content)
{
    const File file(path, O_WRONLY | O_CREAT | O_NOFOLLOW);
    if (!file) return storage_error("open", path);
    if (!write_all_at(file.fd(), at, content)) return storage_error("write", path);
    return {};
}

Result<void> sync_file(const std::string &path)
{
    const File file(path, O_WRONLY | O_NOFOLLOW);
    if (!file) return storage_error("open", path);
    if (::fsync(file.fd()) != 0) return storage_error("write", path);
    return {};
}

Result<void> sync_name(const std::string &path)
{
    const auto parent = std::filesystem::path(path).parent_path();
    const std::string in = parent.empty() ? std::string(".") : parent.string();
    const File folder(in, O_RDONLY | O_DIRECTORY);
    if (!folder && errno == EACCES) return {}; // may be written, but not read
    if (!folder) return storage_error("open", in);
    if (::fsync(folder.fd()) != 0 && errno != EINVAL) return storage_error("write", in);
    return {};
}

Result<std::string> read_private_file(const std::string &path)
{
    const File file(path, O_RDONLY | O_NOFOLLOW);
    if (!file) {
        if (errno == ENOENT)
            return Error{Errc::not_found, "there is no file '" + path + "'", "", ""};
        return storage_error("read", path);
    }
    struct stat info = {};
    if (::fstat(file.fd(), &info) != 0) return storage_error("read", path);
    if (!S_ISREG(info.st_mode) || info.st_uid != ::geteuid() || (info.st_mode & rights_of_others)) {
        return Error{Errc::unauthorized, "'" + path + "' can be read by others", "",
                     "Make it yours alone: chmod 600 '" + path + "'."};
    }
    std::string content(static_cast<std::size_t>(info.st_size), '\0');
    const ssize_t got = ::read(file.fd(), content.data(), content.size());
    if (got < 0) return storage_error("read", path);
    content.resize(static_cast<std::size_t>(got));
    return content;
}

void remove_quietly(const std::string &path) { ::unlink(path.c_str()); }

Result<void> make_private(const std::string &path)
{
    if (::chmod(path.c_str(), private_file) != 0) return storage_error("protect", path);
    return {};
}

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

Result<void> overwrite_with_zeros(const std::string &path, std::int64_t at, std::int64_t bytes)
{
    const File file(path, O_WRONLY | O_NOFOLLOW);
    if (!file) return storage_error("open", path);
    const std::string zeros(static_cast<std::size_t>(bytes), '\0');
    if (!write_all_at(file.fd(), at, zeros)) return storage_error("write", path);
    if (::fsync(file.fd()) != 0) return storage_error("write", path);
    return {};
}

} // namespace mvr::os
