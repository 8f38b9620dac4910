// Stands in front of libc for everything in this program, the libraries too: what the record (its
// own files and SQLite's) asks of a disk comes by here, and where a FaultDisk is there it goes
// through that. In the add-on there is nothing of this.
//
// No sync reaches a real disk, with or without a FaultDisk: what a loss of power leaves is reported
// from what was synced, and on a slow disk the syncs would take most of the time.

#include "fault_disk.hpp"
#include "real_libc.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mvr::faults {
namespace {

template <class Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

FaultDisk *disk_of(int fd)
{
    FaultDisk *disk = FaultDisk::in_use();
    return disk != nullptr && disk->has(fd) ? disk : nullptr;
}

FaultDisk *disk_of(const char *path)
{
    FaultDisk *disk = FaultDisk::in_use();
    return disk != nullptr && disk->watches(path) ? disk : nullptr;
}

int open_any(const char *path, int flags, mode_t mode)
{
    FaultDisk *disk = disk_of(path);
    return disk ? disk->open(path, flags, mode) : real::open(path, flags, mode);
}

ssize_t pwrite_any(int fd, const void *bytes, std::size_t size, off_t offset)
{
    FaultDisk *disk = disk_of(fd);
    return disk ? disk->write(fd, bytes, size, offset) : real::pwrite(fd, bytes, size, offset);
}

int ftruncate_any(int fd, off_t size)
{
    FaultDisk *disk = disk_of(fd);
    return disk ? disk->truncate(fd, size) : real::ftruncate(fd, size);
}

int sync_any(int fd)
{
    FaultDisk *disk = disk_of(fd);
    return disk ? disk->sync(fd) : 0;
}

mode_t mode_of(int flags, std::va_list &rest)
{
    return (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
}

} // namespace

namespace real {

int open(const char *path, int flags, mode_t mode)
{
    static auto *const function = next<int(const char *, int, ...)>("open64");
    return function(path, flags, mode);
}

int close(int fd)
{
    static auto *const function = next<int(int)>("close");
    return function(fd);
}

ssize_t write(int fd, const void *bytes, std::size_t size)
{
    static auto *const function = next<ssize_t(int, const void *, std::size_t)>("write");
    return function(fd, bytes, size);
}

ssize_t pwrite(int fd, const void *bytes, std::size_t size, off_t offset)
{
    static auto *const function = next<ssize_t(int, const void *, std::size_t, off_t)>("pwrite64");
    return function(fd, bytes, size, offset);
}

int ftruncate(int fd, off_t size)
{
    static auto *const function = next<int(int, off_t)>("ftruncate64");
    return function(fd, size);
}

int rename(const char *from, const char *to)
{
    static auto *const function = next<int(const char *, const char *)>("rename");
    return function(from, to);
}

int unlink(const char *path)
{
    static auto *const function = next<int(const char *)>("unlink");
    return function(path);
}

int mkdir(const char *path, mode_t mode)
{
    static auto *const function = next<int(const char *, mode_t)>("mkdir");
    return function(path, mode);
}

} // namespace real

} // namespace mvr::faults

using namespace mvr::faults;

#pragma GCC visibility push(default) // else the libraries go past them
extern "C" {

int open(const char *path, int flags, ...)
{
    std::va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return open_any(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    std::va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return open_any(path, flags, mode);
}

int close(int fd)
{
    if (FaultDisk *disk = disk_of(fd)) disk->forget(fd);
    return real::close(fd);
}

ssize_t write(int fd, const void *bytes, std::size_t size)
{
    FaultDisk *disk = disk_of(fd);
    return disk ? disk->write(fd, bytes, size) : real::write(fd, bytes, size);
}

ssize_t pwrite(int fd, const void *bytes, std::size_t size, off_t offset)
{
    return pwrite_any(fd, bytes, size, offset);
}

ssize_t pwrite64(int fd, const void *bytes, std::size_t size, off_t offset)
{
    return pwrite_any(fd, bytes, size, offset);
}

int ftruncate(int fd, off_t size) noexcept { return ftruncate_any(fd, size); }
int ftruncate64(int fd, off_t size) noexcept { return ftruncate_any(fd, size); }
int fsync(int fd) { return sync_any(fd); }
int fdatasync(int fd) { return sync_any(fd); }

int rename(const char *from, const char *to) noexcept
{
    FaultDisk *disk = disk_of(to);
    return disk ? disk->rename(from, to) : real::rename(from, to);
}

int unlink(const char *path) noexcept
{
    FaultDisk *disk = disk_of(path);
    return disk ? disk->unlink(path) : real::unlink(path);
}

int remove(const char *path) noexcept
{
    if (disk_of(path) != nullptr) return ::unlink(path);
    static auto *const function = next<int(const char *)>("remove");
    return function(path);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    FaultDisk *disk = disk_of(path);
    return disk ? disk->mkdir(path, mode) : real::mkdir(path, mode);
}

/// How the library copies a file: for a FaultDisk it is a write like others.
ssize_t sendfile(int out, int in, off_t *offset, std::size_t size) noexcept
{
    FaultDisk *disk = disk_of(out);
    if (disk == nullptr) {
        static auto *const function = next<ssize_t(int, int, off_t *, std::size_t)>("sendfile");
        return function(out, in, offset, size);
    }
    std::vector<char> bytes(size);
    const ssize_t got =
        offset ? ::pread(in, bytes.data(), size, *offset) : ::read(in, bytes.data(), size);
    if (got <= 0) return got;
    const ssize_t written = disk->write(out, bytes.data(), static_cast<std::size_t>(got));
    if (offset && written > 0) *offset += written;
    return written;
}

/// The reserve is a megabyte of random bytes, made anew for almost every point: here it needs not
/// be as random as a key.
ssize_t getrandom(void *bytes, std::size_t size, unsigned flags)
{
    constexpr std::size_t large = 4096;
    static auto *const function = next<ssize_t(void *, std::size_t, unsigned)>("getrandom");
    if (size <= large) return function(bytes, size, flags);
    const ssize_t got = function(bytes, large, flags);
    if (got != static_cast<ssize_t>(large)) return got;
    auto *all = static_cast<char *>(bytes);
    for (std::size_t at = large; at < size; at += large)
        std::memcpy(all + at, all, std::min(large, size - at));
    return static_cast<ssize_t>(size);
}

/// Locked memory with a guard page on either side costs eight system calls a key, and a point makes
/// a hundred keys.
void *sodium_malloc(std::size_t size) { return std::calloc(1, size); }
void sodium_free(void *memory) { std::free(memory); }
}
#pragma GCC visibility pop
