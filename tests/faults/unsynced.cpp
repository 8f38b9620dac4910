#include "unsynced.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

namespace mvr::faults {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sector_bytes = 512;

std::string content_of(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(std::string &image, std::size_t at, std::string_view bytes)
{
    image.resize(std::max(image.size(), at + bytes.size()));
    image.replace(at, bytes.size(), bytes);
}

} // namespace

std::optional<Inode> inode_of(const std::string &path)
{
    struct stat found{};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return Inode(found.st_dev, found.st_ino);
}

Unsynced::Unsynced(const fs::path &root) : root_(root), removed_(root.string() + ".removed")
{
    fs::remove_all(removed_);
    fs::create_directory(removed_);
}

Unsynced::~Unsynced()
{
    std::error_code ignored;
    fs::remove_all(removed_, ignored);
}

void Unsynced::opens(const std::string &path)
{
    const auto inode = inode_of(path);
    if (!inode || files_.contains(*inode)) return;
    files_[*inode].synced = content_of(path);
}

void Unsynced::writes(const Inode &inode, std::int64_t offset, std::string_view bytes)
{
    files_[inode].since.push_back({offset, std::string(bytes)});
}

void Unsynced::cuts_off(const Inode &inode, std::int64_t size)
{
    files_[inode].since.push_back({size, ""});
}

void Unsynced::syncs(const Inode &inode)
{
    File &file = files_[inode];
    std::mt19937_64 unused;
    file.synced = image(file, 1.0, unused);
    file.since.clear();
}

void Unsynced::syncs_folder(const std::string &path)
{
    std::erase_if(names_,
                  [&](const Name &name) { return fs::path(name.path).parent_path() == path; });
}

/// The file keeps its bytes and its number, so that what is unsynced of it stays known.
std::string Unsynced::keep(const std::string &path)
{
    const fs::path kept = removed_ / std::to_string(++number_);
    fs::create_hard_link(path, kept);
    return kept.string();
}

void Unsynced::renames(const std::string &from, const std::string &to)
{
    const std::string kept = inode_of(to) ? keep(to) : "";
    names_.push_back({Name::What::renamed, to, from, kept});
}

void Unsynced::removes(const std::string &path)
{
    names_.push_back({Name::What::removed, path, "", keep(path)});
}

void Unsynced::made(const std::string &path)
{
    files_[*inode_of(path)] = {};
    names_.push_back({Name::What::made, path, "", ""});
}

void Unsynced::made_folder(const std::string &path)
{
    names_.push_back({Name::What::made_folder, path, "", ""});
}

void Unsynced::undo(const Name &name)
{
    switch (name.what) {
    case Name::What::made: fs::remove(name.path); break;
    case Name::What::made_folder: fs::remove_all(name.path); break;
    case Name::What::renamed: fs::rename(name.path, name.from); [[fallthrough]];
    case Name::What::removed:
        if (!name.kept.empty()) fs::rename(name.kept, name.path);
    }
}

std::string Unsynced::image(const File &file, double kept, std::mt19937_64 &random)
{
    std::bernoulli_distribution keep(kept);
    std::string image = file.synced;
    for (const auto &[offset, bytes] : file.since) {
        const auto start = static_cast<std::size_t>(offset);
        if (bytes.empty()) {
            if (keep(random)) image.resize(start);
            continue;
        }
        for (std::size_t at = start, end; at < start + bytes.size(); at = end) {
            end = std::min((at / sector_bytes + 1) * sector_bytes, start + bytes.size());
            if (!keep(random)) continue;
            put(image, at, std::string_view(bytes).substr(at - start, end - at));
        }
    }
    return image;
}

void Unsynced::lose_power(const Kept &kept, std::mt19937_64 &random)
{
    std::size_t names = kept.names < 1.0 ? 0 : names_.size();
    if (kept.names > 0.0 && kept.names < 1.0) names = random() % (names_.size() + 1);
    for (; names_.size() > names; names_.pop_back())
        undo(names_.back());
    for (const auto &entry : fs::recursive_directory_iterator(root_)) {
        const auto found = files_.find(inode_of(entry.path()).value_or(Inode{}));
        if (!entry.is_regular_file() || found == files_.end() || found->second.since.empty())
            continue;
        std::ofstream(entry.path(), std::ios::binary | std::ios::trunc)
            << image(found->second, kept.bytes, random);
    }
}

} // namespace mvr::faults
