#include "support/private_file.hpp"

#include "support/os.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace mvr::os {
namespace {

constexpr std::size_t buffer_bytes = 256 * 1024;
constexpr mode_t own_alone = 0600;

} // namespace

PrivateFileWriter::PrivateFileWriter(std::string path)
    : path_(std::move(path)), beside_(path_ + ".new." + std::to_string(process_id()))
{
    remove_quietly(beside_);
    fd_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, own_alone);
    if (fd_ < 0) fail("create");
}

PrivateFileWriter::~PrivateFileWriter()
{
    if (fd_ < 0) return;
    ::close(fd_);
    remove_quietly(beside_);
}

void PrivateFileWriter::fail(const char *doing)
{
    failed_ = Error{Errc::storage_unavailable,
                    "cannot " + std::string(doing) + " '" + path_ + "': " + std::strerror(errno),
                    "path", "Free some space or choose a folder that you can write to."};
}

void PrivateFileWriter::write(std::string_view text)
{
    if (!failed_) return;
    buffer_ += text;
    if (buffer_.size() >= buffer_bytes) flush();
}

void PrivateFileWriter::flush()
{
    std::string_view left = buffer_;
    while (failed_ && !left.empty()) {
        const ssize_t written = ::write(fd_, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            fail("write");
        } else {
            left.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    buffer_.clear();
}

Result<void> PrivateFileWriter::finish()
{
    if (failed_) flush();
    if (failed_ && ::fsync(fd_) != 0) fail("sync");
    if (!failed_) return failed_;
    ::close(std::exchange(fd_, -1));
    if (::rename(beside_.c_str(), path_.c_str()) != 0) {
        fail("write");
        remove_quietly(beside_);
        return failed_;
    }
    return sync_name(path_);
}

} // namespace mvr::os
