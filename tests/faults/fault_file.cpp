#include "fault_file.hpp"

#include <algorithm>
#include <new>
#include <string>
#include <utility>

namespace mvr::faults {
namespace {

FaultFile &ours(sqlite3_file *file) { return *reinterpret_cast<FaultFile *>(file); }

/// Calls a method of the file underneath.
template <auto method, class... Arguments> int through(sqlite3_file *file, Arguments... arguments)
{
    sqlite3_file *real = ours(file).real();
    return (real->pMethods->*method)(real, arguments...);
}

int close(sqlite3_file *file) { return through<&sqlite3_io_methods::xClose>(file); }

int unmap(sqlite3_file *file, int remove)
{
    return through<&sqlite3_io_methods::xShmUnmap>(file, remove);
}

void barrier(sqlite3_file *file)
{
    sqlite3_file *real = ours(file).real();
    real->pMethods->xShmBarrier(real);
}

using Methods = sqlite3_io_methods;

// Version 2: no memory mapping, so that every byte comes by here.
constexpr Methods methods = {
    2,
    close,
    through<&Methods::xRead, void *, int, sqlite3_int64>,
    [](sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
        return ours(file).write(bytes, size, offset);
    },
    [](sqlite3_file *file, sqlite3_int64 size) { return ours(file).truncate(size); },
    [](sqlite3_file *file, int flags) { return ours(file).sync(flags); },
    through<&Methods::xFileSize, sqlite3_int64 *>,
    through<&Methods::xLock, int>,
    through<&Methods::xUnlock, int>,
    through<&Methods::xCheckReservedLock, int *>,
    through<&Methods::xFileControl, int, void *>,
    through<&Methods::xSectorSize>,
    through<&Methods::xDeviceCharacteristics>,
    through<&Methods::xShmMap, int, int, int, void volatile **>,
    through<&Methods::xShmLock, int, int, int>,
    barrier,
    unmap,
    nullptr,
    nullptr,
};

} // namespace

FaultFile &FaultFile::construct(sqlite3_file *memory)
{
    return *new (memory) FaultFile{{nullptr}, nullptr, nullptr};
}

void FaultFile::attach(FaultVfs &owner, FaultVfs::Disk *its_disk)
{
    base.pMethods = &methods;
    vfs = &owner;
    disk = its_disk;
}

int FaultFile::write(const void *bytes, int size, sqlite3_int64 offset)
{
    sqlite3_file *file = real();
    if (disk == nullptr) return file->pMethods->xWrite(file, bytes, size, offset);
    sqlite3_int64 now = 0;
    file->pMethods->xFileSize(file, &now);
    int written = size;
    const bool fails = vfs->fails_write(std::max<sqlite3_int64>(0, offset + size - now));
    const Fault::Kind kind = vfs->fault_.kind;
    if (fails) written = kind == Fault::Kind::write_fails ? size / 2 : 0;
    if (written > 0) {
        disk->since.push_back(
            {offset, {static_cast<const char *>(bytes), static_cast<std::size_t>(written)}});
        const int code = file->pMethods->xWrite(file, bytes, written, offset);
        if (code != SQLITE_OK) return code;
    }
    if (!fails) return SQLITE_OK;
    return kind == Fault::Kind::disk_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int FaultFile::truncate(sqlite3_int64 size)
{
    sqlite3_file *file = real();
    if (disk != nullptr) {
        if (vfs->fails_write(0)) return SQLITE_IOERR_TRUNCATE;
        disk->since.push_back({size, {}});
    }
    return file->pMethods->xTruncate(file, size);
}

int FaultFile::sync(int flags)
{
    sqlite3_file *file = real();
    if (disk == nullptr) return file->pMethods->xSync(file, flags);
    if (vfs->fails_sync()) return SQLITE_IOERR_FSYNC;
    // The disk itself need not take it: what a loss of power leaves is told from `synced`.
    sqlite3_int64 size = 0;
    file->pMethods->xFileSize(file, &size);
    std::string content(static_cast<std::size_t>(size), '\0');
    if (size > 0) file->pMethods->xRead(file, content.data(), static_cast<int>(size), 0);
    disk->synced = std::move(content);
    disk->since.clear();
    return SQLITE_OK;
}

} // namespace mvr::faults
