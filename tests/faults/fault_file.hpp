#pragma once

#include "fault_vfs.hpp"

namespace mvr::faults {

/// One open file of FaultVfs, in the memory that SQLite gives it; the file of the VFS underneath
/// lies behind it.
struct FaultFile {
    sqlite3_file base; ///< first, as SQLite sees it

    /// Makes one that is not open yet.
    static FaultFile &construct(sqlite3_file *memory);

    /// The opening went well. Without a `disk` every call goes straight through.
    void attach(FaultVfs &vfs, FaultVfs::Disk *disk);

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }

    int write(const void *bytes, int size, sqlite3_int64 offset);
    int truncate(sqlite3_int64 size);
    int sync(int flags);

    FaultVfs *vfs;
    FaultVfs::Disk *disk;
};

} // namespace mvr::faults
