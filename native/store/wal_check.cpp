#include "store/wal_check.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <span>
#include <vector>

namespace mvr::store {
namespace {

constexpr std::size_t file_header_bytes = 32;
constexpr std::size_t frame_header_bytes = 24;
constexpr std::uint32_t magic = 0x377f0682; // its last bit: checksums read big-endian words
constexpr std::uint32_t largest_page = 65'536;

using View = std::span<const unsigned char>;

std::uint32_t big_endian(View bytes, std::size_t at)
{
    return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
           std::uint32_t{bytes[at + 2]} << 8 | std::uint32_t{bytes[at + 3]};
}

std::uint32_t little_endian(View bytes, std::size_t at)
{
    return std::uint32_t{bytes[at + 3]} << 24 | std::uint32_t{bytes[at + 2]} << 16 |
           std::uint32_t{bytes[at + 1]} << 8 | std::uint32_t{bytes[at]};
}

class Checksum {
  public:
    explicit Checksum(bool big) : word_(big ? big_endian : little_endian) {}

    void take_in(View bytes)
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

bool read(std::ifstream &file, std::vector<unsigned char> &bytes)
{
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return static_cast<std::size_t>(file.gcount()) == bytes.size();
}

} // namespace

std::string wal_problem(const std::string &wal_path)
{
    std::ifstream file(wal_path, std::ios::binary);
    std::vector<unsigned char> header(file_header_bytes);
    if (!file || !read(file, header)) return "";
    Checksum sum((big_endian(header, 0) & 1) != 0);
    sum.take_in(View(header).first(24));
    const std::uint32_t page_bytes = big_endian(header, 8);
    if ((big_endian(header, 0) | 1) != (magic | 1) || !sum.matches(header, 24) ||
        page_bytes > largest_page) {
        return "the head of the write-ahead file was altered";
    }
    std::vector<unsigned char> frame(frame_header_bytes + page_bytes);
    bool broken = false;
    int transactions_behind = 0;
    while (read(file, frame)) {
        const bool same_salts = big_endian(frame, 8) == big_endian(header, 16) &&
                                big_endian(frame, 12) == big_endian(header, 20);
        sum.take_in(View(frame).first(8));
        sum.take_in(View(frame).subspan(frame_header_bytes));
        broken = broken || !same_salts || !sum.matches(frame, 16);
        const bool ends_transaction = big_endian(frame, 4) != 0;
        if (broken && same_salts && ends_transaction) ++transactions_behind;
    }
    return transactions_behind > 1 ? "the write-ahead file was altered" : "";
}

} // namespace mvr::store
