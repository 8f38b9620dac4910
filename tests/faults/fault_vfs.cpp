#include "fault_vfs.hpp"

#include "fault_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sys/stat.h>

namespace mvr::faults {
namespace {

namespace fs = std::filesystem;

constexpr int tracked = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
constexpr std::size_t sector_bytes = 512;

std::string content_of(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> inode_of(const std::string &path)
{
    struct stat found{};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return std::pair<std::uint64_t, std::uint64_t>(found.st_dev, found.st_ino);
}

void put(std::string &image, std::size_t at, std::string_view bytes)
{
    image.resize(std::max(image.size(), at + bytes.size()));
    image.replace(at, bytes.size(), bytes);
}

} // namespace

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

FaultVfs::FaultVfs() : real_(sqlite3_vfs_find(nullptr))
{
    ours_ = *real_;
    ours_.zName = "fault";
    ours_.pAppData = this;
    ours_.szOsFile = static_cast<int>(sizeof(FaultFile)) + real_->szOsFile;
    ours_.xOpen = open;
    ours_.xDelete = remove;
    if (sqlite3_vfs_register(&ours_, 1) != SQLITE_OK)
        throw std::runtime_error("SQLite does not take the VFS");
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&ours_);
    sqlite3_vfs_register(real_, 1);
}

void FaultVfs::arm(Fault fault)
{
    fault_ = std::move(fault);
    operations_ = {};
    grown_ = 0;
}

bool FaultVfs::concerns(Fault::Kind kind, std::int64_t number) const
{
    if (fault_.kind != kind) return false;
    const bool stays = fault_.stays || kind == Fault::Kind::disk_full;
    return stays ? number >= fault_.at : number == fault_.at;
}

bool FaultVfs::fails_write(std::int64_t grows_by)
{
    ++operations_.writes;
    operations_.growing += grows_by > 0;
    if (concerns(Fault::Kind::power_loss, operations_.writes + operations_.syncs)) fault_.lost();
    bool fails = concerns(Fault::Kind::write_fails, operations_.writes);
    if (grows_by > 0 && concerns(Fault::Kind::disk_full, operations_.growing)) {
        fails = grown_ + grows_by > (fault_.freed ? fault_.freed() : 0);
        if (!fails) grown_ += grows_by;
    }
    operations_.hit += fails;
    return fails;
}

bool FaultVfs::fails_sync()
{
    ++operations_.syncs;
    if (concerns(Fault::Kind::power_loss, operations_.writes + operations_.syncs)) fault_.lost();
    const bool fails = concerns(Fault::Kind::sync_fails, operations_.syncs);
    operations_.hit += fails;
    return fails;
}

FaultVfs::Disk *FaultVfs::opened(const std::string &path, bool is_new)
{
    const auto inode = inode_of(path);
    if (!inode) return nullptr;
    if (is_new) disks_.erase(*inode); // the number of a file that is gone
    auto [at, first] = disks_.try_emplace(*inode);
    if (first && !is_new) at->second.synced = content_of(path);
    at->second.path = path;
    return &at->second;
}

int FaultVfs::open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags,
                   int *out_flags)
{
    auto &self = *static_cast<FaultVfs *>(vfs->pAppData);
    const bool is_tracked = name != nullptr && (flags & tracked) != 0;
    const bool is_new = is_tracked && !fs::exists(name);
    FaultFile &ours = FaultFile::construct(file);
    const int code = self.real_->xOpen(self.real_, name, ours.real(), flags, out_flags);
    if (code == SQLITE_OK) ours.attach(self, is_tracked ? self.opened(name, is_new) : nullptr);
    return code;
}

int FaultVfs::remove(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
    auto &self = *static_cast<FaultVfs *>(vfs->pAppData);
    if (self.fails_write(0)) return SQLITE_IOERR_DELETE;
    return self.real_->xDelete(self.real_, name, sync_folder);
}

std::optional<std::string> FaultVfs::path_of(const Inode &inode, const Disk &disk) const
{
    if (inode_of(disk.path) == inode) return disk.path;
    for (const auto &entry : fs::directory_iterator(fs::path(disk.path).parent_path())) {
        if (inode_of(entry.path()) == inode) return entry.path();
    }
    return std::nullopt; // removed
}

void FaultVfs::lose_power(double kept, std::mt19937_64 &random)
{
    std::bernoulli_distribution keep(kept);
    for (const auto &[inode, disk] : disks_) {
        const auto path = path_of(inode, disk);
        if (!path) continue;
        std::string image = disk.synced.value_or("");
        bool anything = disk.synced.has_value();
        for (const auto &[offset, bytes] : disk.since) {
            const auto at = static_cast<std::size_t>(offset);
            if (bytes.empty()) {
                if (keep(random)) image.resize(at);
                continue;
            }
            for (std::size_t i = 0; i < bytes.size(); i += sector_bytes) {
                if (!keep(random)) continue;
                anything = true;
                put(image, at + i, std::string_view(bytes).substr(i, sector_bytes));
            }
        }
        if (anything) {
            std::ofstream(*path, std::ios::binary | std::ios::trunc) << image;
        } else {
            fs::remove(*path);
        }
    }
}

} // namespace mvr::faults
