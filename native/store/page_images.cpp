#include "store/page_images.hpp"

#include "support/utf8_path.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

namespace mvr::store {
namespace {

constexpr std::size_t wal_header_bytes = 32;
constexpr std::size_t frame_header_bytes = 24;
constexpr std::size_t frame_bytes = frame_header_bytes + page_bytes;
constexpr std::uint32_t magic = 0x377f0682; // its last bit: checksums read big-endian words

using View = std::span<const std::byte>;

std::uint32_t byte_at(View bytes, std::size_t at)
{
    return std::to_integer<std::uint32_t>(bytes[at]);
}

std::uint32_t big_endian(View bytes, std::size_t at)
{
    return byte_at(bytes, at) << 24 | byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 |
           byte_at(bytes, at + 3);
}

std::uint32_t little_endian(View bytes, std::size_t at)
{
    return byte_at(bytes, at + 3) << 24 | byte_at(bytes, at + 2) << 16 |
           byte_at(bytes, at + 1) << 8 | byte_at(bytes, at);
}

/// The write-ahead file's running checksum.
class Checksum {
  public:
    explicit Checksum(bool big) : word_(big ? big_endian : little_endian) {}

    void update(View bytes)
    {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            first_ += word_(bytes, i) + second_;
            second_ += word_(bytes, i + 4) + first_;
        }
    }
    bool matches(View bytes, std::size_t at) const
    {
        return big_endian(bytes, at) == first_ && big_endian(bytes, at + 4) == second_;
    }

  private:
    std::uint32_t (*word_)(View, std::size_t);
    std::uint32_t first_ = 0;
    std::uint32_t second_ = 0;
};

vault::Bytes content(const std::string &path)
{
    std::error_code failed;
    const auto size = std::filesystem::file_size(utf8_path(path), failed);
    if (failed) return {};
    vault::Bytes bytes(size);
    std::ifstream file(utf8_path(path), std::ios::binary);
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// How many frames SQLite reads: up to the last commit before the first frame whose salts or
/// checksum are wrong.
std::size_t frames_committed(View wal)
{
    if (wal.size() < wal_header_bytes) return 0;
    const View header = wal.first(wal_header_bytes);
    Checksum sum((big_endian(header, 0) & 1) != 0);
    sum.update(header.first(24));
    const bool intact = (big_endian(header, 0) | 1) == (magic | 1) && sum.matches(header, 24) &&
                        big_endian(header, 8) == page_bytes;
    std::size_t committed = 0;
    for (std::size_t i = 0; intact && wal_header_bytes + (i + 1) * frame_bytes <= wal.size(); ++i) {
        const View frame = wal.subspan(wal_header_bytes + i * frame_bytes, frame_bytes);
        sum.update(frame.first(8));
        sum.update(frame.subspan(frame_header_bytes));
        const bool same_salts = std::ranges::equal(frame.subspan(8, 8), header.subspan(16, 8));
        if (!same_salts || !sum.matches(frame, 16)) break;
        if (big_endian(frame, 4) != 0) committed = i + 1;
    }
    return committed;
}

} // namespace

PageImages::PageImages(const std::string &path, bool wal_only) : wal_(content(path + "-wal"))
{
    if (!wal_only) database_ = content(path);
    add_database();
    add_wal();
    for (std::size_t i = 0; i < images_.size(); ++i)
        by_number_.emplace(images_[i].number, i);
}

void PageImages::add_database()
{
    for (std::size_t at = 0; at < database_.size(); at += page_bytes) {
        const std::size_t size = std::min(page_bytes, database_.size() - at); // the last may be cut
        images_.push_back({static_cast<std::uint32_t>(at / page_bytes + 1), true,
                           View(database_).subspan(at, size)});
    }
}

void PageImages::add_wal()
{
    const View wal(wal_);
    const std::size_t committed = frames_committed(wal);
    for (std::size_t i = 0; wal_header_bytes + i * frame_bytes + frame_header_bytes < wal.size();
         ++i) {
        const View rest = wal.subspan(wal_header_bytes + i * frame_bytes);
        const View frame = rest.first(std::min(rest.size(), frame_bytes));
        images_.push_back({big_endian(frame, 0), i < committed, frame.subspan(frame_header_bytes)});
        const bool same_salts = std::ranges::equal(frame.subspan(8, 8), wal.subspan(16, 8));
        if (same_salts && i >= committed) {
            frames_behind_ = true;
            ends_complete_ = frame.size() == frame_bytes && big_endian(frame, 4) != 0;
        }
    }
    // With an altered header no frame has its salts, and with a new one (a checkpoint just before
    // the first frame of the next round) none has either: SQLite reads nothing then.
    if (committed == 0 && wal.size() > wal_header_bytes && !frames_behind_) {
        frames_behind_ = true;
        ends_complete_ = true;
    }
}

std::vector<const PageImage *> PageImages::of(std::uint32_t number) const
{
    std::vector<const PageImage *> found;
    const auto [first, last] = by_number_.equal_range(number);
    for (auto it = first; it != last; ++it)
        found.push_back(&images_[it->second]);
    std::ranges::reverse(found);
    return found;
}

} // namespace mvr::store
