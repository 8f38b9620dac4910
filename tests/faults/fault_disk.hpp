#pragma once

#include "unsynced.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>

#include <sys/types.h>

namespace mvr::faults {

/// What goes wrong, and when.
struct Fault {
    enum class Kind {
        none,
        write_fails, ///< a write puts half of its bytes into the file and gives EIO; a file is not
                     ///< made, cut off, renamed or removed, with EIO
        sync_fails,  ///< what was written stays unsynced
        disk_full,   ///< a write that would make its file longer and a new file are rejected
        power_loss,  ///< `lost` is called instead of the operation, and ends the process
    };
    Kind kind = Kind::none;
    std::int64_t at = 0;                  ///< the first operation that it concerns, from 1
    bool stays = false;                   ///< it concerns all later ones too (full: always)
    std::function<void()> lost = nullptr; ///< power loss: does not return
};

/// How many operations of each sort there were. A fault's `at` counts those that it can concern:
/// writes (and files made, cut off, renamed, removed), syncs, growing writes, or writes and syncs
/// together for a power loss.
struct Operations {
    std::int64_t writes = 0;
    std::int64_t syncs = 0;
    std::int64_t growing = 0;
    std::int64_t hit = 0; ///< of them all, those that a fault concerned

    std::int64_t of(Fault::Kind kind) const;
};

/// The disk under one folder, with faults: what libc is asked to do there while it lives goes
/// through it (see libc.cpp), whoever asks: the record's own files, SQLite's, copies.
///
/// Thread: one at a time. One at a time may live.
class FaultDisk {
  public:
    /// `root` is there already and absolute.
    explicit FaultDisk(std::string root);
    ~FaultDisk();
    FaultDisk(const FaultDisk &) = delete;
    FaultDisk &operator=(const FaultDisk &) = delete;

    /// Counts from zero again and lets `fault` happen.
    void arm(Fault fault);

    const Operations &operations() const { return operations_; }

    /// Bytes that were set free since the disk is full, by removing files.
    std::int64_t freed() const { return freed_; }

    /// Leaves the files as a loss of power may leave them (after `arm` with a power loss), and
    /// watches nothing any more.
    void lose_power(const Kept &kept, std::mt19937_64 &random);

    /// Null when there is none.
    static FaultDisk *in_use() { return in_use_; }

    bool watches(const std::string &path) const;
    bool has(int fd) const { return open_.contains(fd); }

    // As libc's functions, of watched files; they set errno.
    int open(const std::string &path, int flags, mode_t mode);
    void forget(int fd) { open_.erase(fd); }
    ssize_t write(int fd, const void *bytes, std::size_t size);
    ssize_t write(int fd, const void *bytes, std::size_t size, std::int64_t offset);
    int truncate(int fd, std::int64_t size);
    int sync(int fd);
    int rename(const std::string &from, const std::string &to);
    int unlink(const std::string &path);
    int mkdir(const std::string &path, mode_t mode);

  private:
    struct Open {
        std::string path; ///< at its opening
        Inode inode;
        bool is_folder = false;
    };

    bool concerns(Fault::Kind kind, std::int64_t number) const;
    int error_of_write(std::int64_t grows_by);
    bool fails_sync();
    int start_open(const std::string &path, int flags, mode_t mode);

    static FaultDisk *in_use_;

    std::string root_;
    Fault fault_;
    Operations operations_;
    std::int64_t grown_ = 0; ///< bytes since the disk is full
    std::int64_t freed_ = 0;
    std::unique_ptr<Unsynced> unsynced_; ///< only where power is to be lost
    std::map<int, Open> open_;
};

} // namespace mvr::faults
