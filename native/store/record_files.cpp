#include "store/record_files.hpp"

#include "support/os.hpp"

#include <array>
#include <filesystem>
#include <string_view>

namespace fs = std::filesystem;

namespace mvr::store {
namespace {

constexpr std::array<std::string_view, 3> parts{"", "-wal", "-shm"};
constexpr std::string_view damaged_prefix = "record-v1.damaged-";
constexpr std::string_view suffix = ".sqlite";

Error file_error(std::string_view doing, const std::string &path, const std::error_code &reason)
{
    return {Errc::storage_unavailable,
            "cannot " + std::string(doing) + " '" + path + "': " + reason.message(), "",
            "Free some space or choose a folder that you can write to."};
}

template <class Visit> void each_file(const std::string &folder, Visit visit)
{
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
        visit(it->path().filename().string());
    }
}

} // namespace

std::string RecordFiles::in_folder(const std::string &name) const
{
    return (fs::path(folder_) / name).string();
}

std::string RecordFiles::damaged(TimeMs now) const
{
    std::string when;
    for (const char c : iso8601(now)) {
        if (c != '-' && c != ':' && c != '.') when += c;
    }
    const std::string stem = std::string(damaged_prefix) + when;
    std::string path = in_folder(stem + std::string(suffix));
    for (int again = 2; exists(path); ++again) {
        path = in_folder(stem + "-" + std::to_string(again) + std::string(suffix));
    }
    return path;
}

std::optional<std::string> RecordFiles::latest_damaged() const
{
    std::string latest;
    each_file(folder_, [&](const std::string &name) {
        if (name.starts_with(damaged_prefix) && name.ends_with(suffix) && name > latest)
            latest = name;
    });
    if (latest.empty()) return std::nullopt;
    return in_folder(latest);
}

bool RecordFiles::any_record() const
{
    bool found = false;
    each_file(folder_,
              [&](const std::string &name) { found = found || name.starts_with("record-v1."); });
    return found;
}

void RecordFiles::remove_unfinished() const
{
    remove_database(fresh());
    remove_database(salvage());
}

bool exists(const std::string &path)
{
    std::error_code failed;
    return fs::exists(path, failed);
}

std::int64_t size_bytes(const std::string &path)
{
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    return failed ? 0 : static_cast<std::int64_t>(size);
}

std::string file_name(const std::string &path) { return fs::path(path).filename().string(); }

Result<void> move_database(const std::string &from, const std::string &to)
{
    for (const auto part : parts) {
        const std::string source = from + std::string(part);
        if (!exists(source)) continue;
        std::error_code failed;
        fs::rename(source, to + std::string(part), failed);
        if (failed) return file_error("rename", source, failed);
    }
    return {};
}

Result<void> copy_database(const std::string &from, const std::string &to)
{
    for (const auto part : {parts[0], parts[1]}) { // SQLite makes the third anew
        const std::string source = from + std::string(part);
        if (!exists(source)) continue;
        std::error_code failed;
        fs::copy_file(source, to + std::string(part), failed);
        if (failed) return file_error("copy", source, failed);
        if (auto made = os::make_private(to + std::string(part)); !made) return made;
    }
    return {};
}

void remove_database(const std::string &path)
{
    for (const auto part : parts)
        os::remove_quietly(path + std::string(part));
}

} // namespace mvr::store
