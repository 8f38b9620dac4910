#include "store/vault_files.hpp"

#include "support/os.hpp"
#include "support/utf8_path.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace fs = std::filesystem;

namespace mvr::store {
namespace {

constexpr std::array<std::string_view, 3> parts{"", "-wal", "-shm"};

Error file_error(std::string_view doing, const std::string &path, const std::error_code &reason)
{
    return {Errc::storage_unavailable,
            "cannot " + std::string(doing) + " '" + path + "': " + reason.message(), "",
            "Free some space or choose a folder that you can write to."};
}

} // namespace

std::string VaultFiles::in_folder(const std::string &name) const
{
    return to_utf8(utf8_path(folder_) / utf8_path(name));
}

std::string VaultFiles::dated(const std::string &stem, TimeMs now, const std::string &suffix) const
{
    std::string when;
    for (const char c : iso8601(now)) {
        if (c != '-' && c != ':' && c != '.') when += c;
    }
    const std::string name = stem + "-" + when;
    std::string path = in_folder(name + suffix);
    for (int again = 2; file_exists(path); ++again)
        path =
            in_folder(std::string(name).append("-").append(std::to_string(again)).append(suffix));
    return path;
}

std::vector<std::string> VaultFiles::matching(const std::string &prefix,
                                              const std::string &suffix) const
{
    std::vector<std::string> found;
    std::error_code failed;
    for (fs::directory_iterator it(utf8_path(folder_), failed), end; !failed && it != end;
         it.increment(failed)) {
        const std::string name = to_utf8(it->path().filename());
        if (name.starts_with(prefix) && name.ends_with(suffix)) found.push_back(in_folder(name));
    }
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> VaultFiles::copies() const
{
    std::vector<std::string> found;
    for (const std::string prefix : {"record-v1.", "record-v2."}) {
        for (std::string &path : matching(prefix, ".sqlite")) {
            if (path != database() && path != unfinished() && path != finished() &&
                path != scratch()) {
                found.push_back(std::move(path));
            }
        }
    }
    return found;
}

bool VaultFiles::any_record() const
{
    return !matching("record-v", "").empty() || file_exists(head()) ||
           !matching("spill-", "").empty();
}

bool file_exists(const std::string &path)
{
    std::error_code failed;
    return fs::exists(utf8_path(path), failed);
}

std::int64_t file_bytes(const std::string &path)
{
    std::error_code failed;
    const auto size = fs::file_size(utf8_path(path), failed);
    return failed ? 0 : static_cast<std::int64_t>(size);
}

std::string name_of(const std::string &path) { return to_utf8(utf8_path(path).filename()); }

Result<void> move_file(const std::string &from, const std::string &to)
{
    if (const auto failed = os::rename_file(from, to)) return file_error("rename", from, failed);
    return os::sync_name(to);
}

Result<void> finish_database(const VaultFiles &files)
{
    if (file_bytes(files.unfinished() + "-wal") == 0) {
        return move_file(files.unfinished(), files.finished());
    }
    remove_with_wal(files.unfinished());
    return Error{Errc::storage_unavailable,
                 "the disk did not take the new database '" + files.unfinished() + "'", "",
                 "Check the disk and the space on it, then open the record again."};
}

Result<void> copy_with_wal(const std::string &from, const std::string &to)
{
    for (const auto part : {parts[0], parts[1]}) { // SQLite makes the third anew
        const std::string source = from + std::string(part);
        const std::string target = to + std::string(part);
        if (!file_exists(source)) continue;
        std::error_code failed;
        fs::copy_file(utf8_path(source), utf8_path(target), failed);
        if (failed) {
            remove_with_wal(to);
            return file_error("copy", source, failed);
        }
        if (auto made = os::make_private(target); !made) return made;
    }
    return {};
}

Result<void> move_with_wal(const std::string &from, const std::string &to)
{
    for (const auto part : {parts[1], parts[0]}) { // the database last: it says that all is moved
        const std::string source = from + std::string(part);
        if (!file_exists(source)) continue;
        if (auto moved = move_file(source, to + std::string(part)); !moved) return moved;
    }
    os::remove_quietly(from + std::string(parts[2]));
    return {};
}

void remove_with_wal(const std::string &path)
{
    for (const auto part : parts)
        os::remove_quietly(path + std::string(part));
}

} // namespace mvr::store
