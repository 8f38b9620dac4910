#include "support/file_beside.hpp"
#include "support/os.hpp"
#include "support/raw_file_posix.hpp"

#include <cerrno>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mvr::os {
namespace {

constexpr mode_t rights_of_others = 0077;

class PosixFileBeside final : public FileBeside {
  public:
    PosixFileBeside(std::string path, std::string beside)
        : path_(std::move(path)), beside_(std::move(beside)),
          file_(std::make_unique<File>(beside_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW))
    {
    }
    ~PosixFileBeside() override
    {
        if (file_ && *file_) remove_quietly(beside_);
    }

    bool is_open() const { return static_cast<bool>(*file_); }

    Result<void> write(std::string_view content) override
    {
        return write_all(file_->fd(), content) ? Result<void>() : storage_error("write", path_);
    }

    Result<void> put_in_place() override
    {
        if (!sync_to_disk(file_->fd())) return storage_error("write", path_);
        if (::rename(beside_.c_str(), path_.c_str()) != 0) return storage_error("write", path_);
        file_.reset();
        return {};
    }

  private:
    std::string path_;
    std::string beside_;
    std::unique_ptr<File> file_; ///< nothing when it is in place
};

} // namespace

Result<std::unique_ptr<FileBeside>> make_file_beside(const std::string &path)
{
    const std::string beside = path + ".new." + std::to_string(process_id());
    remove_quietly(beside);
    auto file = std::make_unique<PosixFileBeside>(path, beside);
    if (!file->is_open()) return storage_error("create", path);
    return std::unique_ptr<FileBeside>(std::move(file));
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
    if (!sync_to_disk(file.fd())) return storage_error("write", path);
    return {};
}

Result<void> sync_name(const std::string &path)
{
    const auto parent = std::filesystem::path(path).parent_path();
    const std::string in = parent.empty() ? std::string(".") : parent.string();
    const File folder(in, O_RDONLY | O_DIRECTORY);
    if (!folder && errno == EACCES) return {}; // may be written, but not read
    if (!folder) return storage_error("open", in);
    if (!sync_to_disk(folder.fd()) && errno != EINVAL) return storage_error("write", in);
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

std::error_code rename_file(const std::string &from, const std::string &to)
{
    if (::rename(from.c_str(), to.c_str()) == 0) return {};
    return {errno, std::system_category()};
}

Result<void> remove_file(const std::string &path)
{
    if (::unlink(path.c_str()) == 0 || errno == ENOENT) return {};
    return storage_error("remove", path);
}

void remove_quietly(const std::string &path) { ::unlink(path.c_str()); }

Result<void> overwrite_with_zeros(const std::string &path, std::int64_t at, std::int64_t bytes)
{
    const File file(path, O_WRONLY | O_NOFOLLOW);
    if (!file) return storage_error("open", path);
    const std::string zeros(static_cast<std::size_t>(bytes), '\0');
    if (!write_all_at(file.fd(), at, zeros)) return storage_error("write", path);
    if (!sync_to_disk(file.fd())) return storage_error("write", path);
    return {};
}

} // namespace mvr::os
