#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <sqlite3.h>

namespace mvr::faults {

/// What goes wrong, and when.
struct Fault {
    enum class Kind {
        none,
        write_fails, ///< the write puts half of its bytes into the file and gives an error
        sync_fails,  ///< what was written stays unsynced
        disk_full,   ///< a write that would make its file longer is rejected
        power_loss,  ///< `lost` is called instead of the operation, and ends the process
    };
    Kind kind = Kind::none;
    std::int64_t at = 0; ///< the first operation that it concerns, from 1
    bool stays = false;  ///< it concerns all later ones too (full: always)
    /// Disk full: bytes that were set free since, such as by removing a reserve.
    std::function<std::int64_t()> freed = nullptr;
    std::function<void()> lost = nullptr; ///< power loss: does not return
};

/// How many operations of each sort there were. A fault's `at` counts those that it can concern:
/// writes, syncs, growing writes, or writes and syncs together for a power loss.
struct Operations {
    std::int64_t writes = 0;
    std::int64_t syncs = 0;
    std::int64_t growing = 0;
    std::int64_t hit = 0; ///< of them all, those that a fault concerned

    std::int64_t of(Fault::Kind kind) const;
};

/// SQLite's default VFS with faults: databases, write-ahead files and journals that are opened
/// while it lives go through it; temporary files do not. It remembers what each file held at its
/// last sync, and what was written since.
///
/// Thread: one at a time. One at a time may live.
class FaultVfs {
  public:
    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    /// Counts from zero again and lets `fault` happen.
    void arm(Fault fault);

    const Operations &operations() const { return operations_; }

    /// Gives every file back what it held at its last sync; of what was written since, each
    /// 512-byte sector is kept with probability `kept` (0: none, 1: all), as a disk may have done.
    /// Files that were renamed since are found. Call it when every database is closed; ends the
    /// fault.
    void lose_power(double kept, std::mt19937_64 &random);

  private:
    friend struct FaultFile;
    struct Written {
        std::int64_t offset = 0;
        std::string bytes; ///< empty: the file was cut off at `offset`
    };
    /// One file on disk, by its inode.
    struct Disk {
        std::string path;                  ///< at the last opening
        std::optional<std::string> synced; ///< none: it was never synced
        std::vector<Written> since;
    };
    using Inode = std::pair<std::uint64_t, std::uint64_t>;

    Disk *opened(const std::string &path, bool is_new);
    bool concerns(Fault::Kind kind, std::int64_t number) const;
    bool fails_write(std::int64_t grows_by);
    bool fails_sync();
    std::optional<std::string> path_of(const Inode &inode, const Disk &disk) const;

    static int open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags,
                    int *out_flags);
    static int remove(sqlite3_vfs *vfs, const char *name, int sync_folder);

    sqlite3_vfs *real_ = nullptr;
    sqlite3_vfs ours_{};
    Fault fault_;
    Operations operations_;
    std::int64_t grown_ = 0; ///< bytes since the disk is full
    std::map<Inode, Disk> disks_;
};

} // namespace mvr::faults
