#include "fault_disk.hpp"

#include "real_libc.hpp"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mvr::faults {
namespace {

constexpr int fine = 0;

int failed(int code)
{
    errno = code;
    return -1;
}

struct stat status_of(int fd)
{
    struct stat found{};
    ::fstat(fd, &found);
    return found;
}

} // namespace

FaultDisk *FaultDisk::in_use_ = nullptr;

std::int64_t Operations::of(Fault::Kind kind) const
{
    switch (kind) {
    case Fault::Kind::write_fails: return writes;
    case Fault::Kind::sync_fails: return syncs;
    case Fault::Kind::disk_full: return growing;
    case Fault::Kind::power_loss: return writes + syncs;
    case Fault::Kind::none: break;
    }
    return 0;
}

FaultDisk::FaultDisk(std::string root) : root_(std::move(root))
{
    if (in_use_ != nullptr) throw std::logic_error("one disk at a time");
    in_use_ = this;
}

FaultDisk::~FaultDisk() { in_use_ = nullptr; }

void FaultDisk::arm(Fault fault)
{
    fault_ = std::move(fault);
    operations_ = {};
    grown_ = freed_ = 0;
    if (fault_.kind == Fault::Kind::power_loss) unsynced_ = std::make_unique<Unsynced>(root_);
}

void FaultDisk::lose_power(const Kept &kept, std::mt19937_64 &random)
{
    in_use_ = nullptr;
    unsynced_->lose_power(kept, random);
    unsynced_.reset();
}

bool FaultDisk::watches(const std::string &path) const
{
    return path.starts_with(root_) && (path.size() == root_.size() || path[root_.size()] == '/');
}

bool FaultDisk::concerns(Fault::Kind kind, std::int64_t number) const
{
    if (fault_.kind != kind) return false;
    const bool stays = fault_.stays || kind == Fault::Kind::disk_full;
    return stays ? number >= fault_.at : number == fault_.at;
}

/// Returns: what errno is to be, or `fine`.
int FaultDisk::error_of_write(std::int64_t grows_by)
{
    ++operations_.writes;
    operations_.growing += grows_by > 0;
    if (concerns(Fault::Kind::power_loss, operations_.writes + operations_.syncs)) fault_.lost();
    int code = concerns(Fault::Kind::write_fails, operations_.writes) ? EIO : fine;
    if (grows_by > 0 && concerns(Fault::Kind::disk_full, operations_.growing)) {
        if (grown_ + grows_by > freed_) {
            code = ENOSPC;
        } else {
            grown_ += grows_by;
        }
    }
    operations_.hit += code != fine;
    return code;
}

bool FaultDisk::fails_sync()
{
    ++operations_.syncs;
    if (concerns(Fault::Kind::power_loss, operations_.writes + operations_.syncs)) fault_.lost();
    const bool fails = concerns(Fault::Kind::sync_fails, operations_.syncs);
    operations_.hit += fails;
    return fails;
}

int FaultDisk::start_open(const std::string &path, int flags, mode_t mode)
{
    struct stat found{};
    const bool is_there = ::lstat(path.c_str(), &found) == 0;
    const bool to_write = (flags & O_ACCMODE) != O_RDONLY;
    if (is_there && to_write && unsynced_) unsynced_->opens(path);
    if (!is_there && (flags & O_CREAT) != 0) {
        if (const int code = error_of_write(1); code != fine) return failed(code);
        const int fd = real::open(path.c_str(), flags, mode);
        if (fd >= 0 && unsynced_) unsynced_->made(path);
        return fd;
    }
    if (is_there && to_write && (flags & O_TRUNC) != 0 && found.st_size > 0) {
        if (const int code = error_of_write(0); code != fine) return failed(code);
        if (unsynced_) unsynced_->cuts_off({found.st_dev, found.st_ino}, 0);
    }
    return real::open(path.c_str(), flags, mode);
}

int FaultDisk::open(const std::string &path, int flags, mode_t mode)
{
    const int fd = start_open(path, flags, mode);
    if (fd < 0) return fd;
    const struct stat found = status_of(fd);
    open_[fd] = {path, {found.st_dev, found.st_ino}, S_ISDIR(found.st_mode)};
    return fd;
}

ssize_t FaultDisk::write(int fd, const void *bytes, std::size_t size)
{
    const bool adds = (::fcntl(fd, F_GETFL) & O_APPEND) != 0;
    const std::int64_t at = adds ? status_of(fd).st_size : ::lseek(fd, 0, SEEK_CUR);
    const ssize_t written = write(fd, bytes, size, at);
    if (written > 0) ::lseek(fd, at + written, SEEK_SET);
    return written;
}

ssize_t FaultDisk::write(int fd, const void *bytes, std::size_t size, std::int64_t offset)
{
    const auto end = offset + static_cast<std::int64_t>(size);
    const int code = error_of_write(std::max<std::int64_t>(0, end - status_of(fd).st_size));
    if (code == ENOSPC) return failed(code);
    const std::string_view taken(static_cast<const char *>(bytes), code == EIO ? size / 2 : size);
    if (unsynced_ && !taken.empty()) unsynced_->writes(open_.at(fd).inode, offset, taken);
    const ssize_t written = real::pwrite(fd, taken.data(), taken.size(), offset);
    return code == fine ? written : failed(code);
}

int FaultDisk::truncate(int fd, std::int64_t size)
{
    const int code = error_of_write(std::max<std::int64_t>(0, size - status_of(fd).st_size));
    if (code != fine) return failed(code);
    if (unsynced_) unsynced_->cuts_off(open_.at(fd).inode, size);
    return real::ftruncate(fd, size);
}

int FaultDisk::sync(int fd)
{
    if (fails_sync()) return failed(EIO);
    const Open &file = open_.at(fd);
    if (unsynced_ && file.is_folder) unsynced_->syncs_folder(file.path);
    if (unsynced_ && !file.is_folder) unsynced_->syncs(file.inode);
    return fine;
}

int FaultDisk::rename(const std::string &from, const std::string &to)
{
    if (!inode_of(from)) return real::rename(from.c_str(), to.c_str());
    if (const int code = error_of_write(0); code != fine) return failed(code);
    if (unsynced_) unsynced_->renames(from, to);
    return real::rename(from.c_str(), to.c_str());
}

int FaultDisk::unlink(const std::string &path)
{
    struct stat found{};
    if (::lstat(path.c_str(), &found) != 0) return real::unlink(path.c_str());
    if (const int code = error_of_write(0); code != fine) return failed(code);
    if (unsynced_) unsynced_->removes(path);
    if (concerns(Fault::Kind::disk_full, operations_.growing)) freed_ += found.st_size;
    return real::unlink(path.c_str());
}

int FaultDisk::mkdir(const std::string &path, mode_t mode)
{
    struct stat found{};
    if (::lstat(path.c_str(), &found) == 0) return real::mkdir(path.c_str(), mode);
    if (const int code = error_of_write(1); code != fine) return failed(code);
    const int done = real::mkdir(path.c_str(), mode);
    if (done == 0 && unsynced_) unsynced_->made_folder(path);
    return done;
}

} // namespace mvr::faults
