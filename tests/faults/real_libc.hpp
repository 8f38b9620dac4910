#pragma once

#include <cstddef>

#include <sys/types.h>

/// libc itself, past the functions of the same name in libc.cpp.
namespace mvr::faults::real {

int open(const char *path, int flags, mode_t mode);
int close(int fd);
ssize_t write(int fd, const void *bytes, std::size_t size);
ssize_t pwrite(int fd, const void *bytes, std::size_t size, off_t offset);
int ftruncate(int fd, off_t size);
int rename(const char *from, const char *to);
int unlink(const char *path);
int mkdir(const char *path, mode_t mode);

} // namespace mvr::faults::real
