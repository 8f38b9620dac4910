#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mvr::faults {

/// A file on disk, whatever its name is.
using Inode = std::pair<std::uint64_t, std::uint64_t>;

std::optional<Inode> inode_of(const std::string &path);

/// How much of what is unsynced is on disk when the power goes.
struct Kept {
    double bytes = 0.0; ///< the probability of each 512-byte sector of each write
    double names = 0.0; ///< of the changes of names, in their order: 0 none, 1 all, else up to one
                        ///< that is drawn
};

/// Remembers what a disk need not have yet: bytes written since their file was synced, and files
/// made, renamed and removed since their folder was.
///
/// Thread: one at a time.
class Unsynced {
  public:
    /// Everything in `root` will be reported. Keeps what was removed beside it, under another name.
    explicit Unsynced(const std::filesystem::path &root);
    ~Unsynced();
    Unsynced(const Unsynced &) = delete;
    Unsynced &operator=(const Unsynced &) = delete;

    // Reports before it is done.
    void opens(const std::string &path); ///< an existing file, to be written
    void writes(const Inode &inode, std::int64_t offset, std::string_view bytes);
    void cuts_off(const Inode &inode, std::int64_t size);
    void syncs(const Inode &inode);
    void syncs_folder(const std::string &path);
    void renames(const std::string &from, const std::string &to);
    void removes(const std::string &path);

    // Reports when it is done.
    void made(const std::string &path);
    void made_folder(const std::string &path);

    /// Puts everything to where a loss of power may leave it.
    void lose_power(const Kept &kept, std::mt19937_64 &random);

  private:
    struct Written {
        std::int64_t offset = 0;
        std::string bytes; ///< empty: the file was cut off or grew to `offset`
    };
    struct File {
        std::string synced; ///< what it held at its last sync
        std::vector<Written> since;
    };
    struct Name {
        enum class What { made, made_folder, renamed, removed } what;
        std::string path; ///< of a renamed file: the new one
        std::string from; ///< of a renamed file
        std::string kept; ///< where the file is that had `path` before; empty: none had
    };

    std::string keep(const std::string &path);
    static void undo(const Name &name);
    static std::string image(const File &file, double kept, std::mt19937_64 &random);

    std::filesystem::path root_;
    std::filesystem::path removed_;
    std::map<Inode, File> files_;
    std::vector<Name> names_;
    int number_ = 0; ///< of files kept
};

} // namespace mvr::faults
