#include "store/record_shape.hpp"

#include "vault/seal.hpp"

#include <algorithm>
#include <array>

namespace mvr::store {
namespace {

using View = std::span<const std::byte>;

// Serial types: 0 is NULL (also a row id's own column), 12 + 2n a blob of n bytes.
constexpr std::uint64_t blob_of(std::uint64_t bytes) { return 12 + 2 * bytes; }
constexpr std::size_t wrapped_bytes = vault::Key::size_bytes + vault::seal_overhead_bytes;
constexpr std::uint64_t longest_sealed_bytes = 64 << 20;

constexpr std::size_t most_local_bytes = page_bytes - 35; // of a payload, in a leaf
constexpr std::size_t least_local_bytes = (page_bytes - 12) * 32 / 255 - 23;
constexpr std::size_t overflow_bytes = page_bytes - 4;
constexpr int most_attempts = 256;

/// Big-endian base 128, at most 9 bytes.
std::optional<std::uint64_t> varint(View bytes, std::size_t &at)
{
    std::uint64_t value = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        const auto byte = std::to_integer<std::uint64_t>(bytes[at++]);
        if (i == 8) return value << 8 | byte;
        value = value << 7 | (byte & 0x7f);
        if (byte < 0x80) return value;
    }
    return std::nullopt;
}

/// The varint that ends before `end`. Its predecessor's last byte has no high bit, so its beginning
/// can be known.
std::optional<std::uint64_t> varint_before(View bytes, std::size_t end)
{
    if (end == 0) return std::nullopt;
    std::size_t at = end - 1;
    while (at > 0 && end - at < 9 && (bytes[at - 1] & std::byte{0x80}) != std::byte{})
        --at;
    std::size_t read = at;
    const auto value = varint(bytes, read);
    return read == end ? value : std::nullopt;
}

std::optional<std::size_t> integer_bytes(std::uint64_t serial_type)
{
    constexpr std::array<std::size_t, 10> sizes{0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
    if (serial_type == 0 || serial_type == 7 || serial_type > 9) return std::nullopt;
    return sizes[serial_type];
}

class Values {
  public:
    explicit Values(View bytes) : rest_(bytes) {}
    View take(std::size_t count)
    {
        const View taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }
    template <std::size_t size> void take(std::array<std::byte, size> &into)
    {
        std::ranges::copy(take(size), into.begin());
    }
    std::int64_t integer(std::size_t count)
    {
        std::int64_t value = 0;
        bool first = true;
        for (const std::byte byte : take(count)) {
            const auto bits = std::to_integer<std::int64_t>(byte);
            value = first && bits >= 0x80 ? bits - 0x100 : value * 256 + bits;
            first = false;
        }
        return value;
    }

  private:
    View rest_;
};

class PayloadAssembler {
  public:
    PayloadAssembler(const PageImages &images, std::size_t payload_bytes,
                     const std::function<bool(View)> &take)
        : images_(images), payload_bytes_(payload_bytes), take_(take)
    {
    }
    /// True when it was taken.
    bool go_on(vault::Bytes &so_far, std::uint32_t page)
    {
        if (so_far.size() == payload_bytes_) return take_(so_far);
        const std::size_t before = so_far.size();
        const std::size_t here = std::min(overflow_bytes, payload_bytes_ - before);
        for (const PageImage *image : images_.of(page)) {
            if (image->bytes.size() < page_bytes || ++attempts_ > most_attempts) continue;
            const View content = image->bytes.subspan(4, here);
            so_far.insert(so_far.end(), content.begin(), content.end());
            if (go_on(so_far, number_at(image->bytes, 0))) return true;
            so_far.resize(before);
        }
        return false;
    }
    static std::uint32_t number_at(View bytes, std::size_t at)
    {
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < 4; ++i)
            number = number << 8 | std::to_integer<std::uint32_t>(bytes[at + i]);
        return number;
    }

  private:
    const PageImages &images_;
    std::size_t payload_bytes_;
    const std::function<bool(View)> &take_;
    int attempts_ = 0;
};

} // namespace

std::size_t EventRecord::payload_bytes() const
{
    return header_bytes + 16 + 16 + time_bytes + 32 + 32 + (has_mark ? 32 : 0) + sealed_bytes;
}

std::optional<EventRecord> event_record_at(View page, std::size_t at)
{
    EventRecord record;
    std::size_t end = at;
    const auto header_bytes = varint(page, end);
    std::array<std::uint64_t, 8> types{};
    for (std::uint64_t &type : types) {
        const auto read = varint(page, end);
        if (!read) return std::nullopt;
        type = *read;
    }
    const auto time_bytes = integer_bytes(types[3]);
    const bool ours = header_bytes && *header_bytes == end - at && types[0] == 0 &&
                      types[1] == blob_of(16) && types[2] == blob_of(16) && time_bytes &&
                      types[4] == blob_of(32) && types[5] == blob_of(32) &&
                      (types[6] == 0 || types[6] == blob_of(32)) && types[7] >= 12 &&
                      types[7] % 2 == 0 && types[7] <= blob_of(longest_sealed_bytes);
    const auto sequence = varint_before(page, at);
    if (!ours || !sequence) return std::nullopt;
    record.sequence = static_cast<std::int64_t>(*sequence);
    record.header_bytes = end - at;
    record.time_bytes = *time_bytes;
    record.has_mark = types[6] != 0;
    record.sealed_bytes = (types[7] - 12) / 2;
    if (record.sequence < 1) return std::nullopt;
    return record;
}

SealedRow row_of_payload(const EventRecord &record, View payload)
{
    SealedRow row;
    Values values(payload.subspan(record.header_bytes));
    row.sequence = record.sequence;
    values.take(row.stream);
    values.take(row.id);
    // 8 and 9 are the integers 0 and 1, of no bytes; no event is that old.
    row.time_ms = values.integer(record.time_bytes);
    values.take(row.sealed_hash);
    values.take(row.link);
    if (record.has_mark) values.take(row.mark.emplace());
    const View sealed = values.take(record.sealed_bytes);
    row.sealed.assign(sealed.begin(), sealed.end());
    return row;
}

void assemble_payload(const PageImages &images, View page, std::size_t at,
                      std::size_t payload_bytes, const std::function<bool(View)> &take)
{
    std::size_t local = payload_bytes;
    if (payload_bytes > most_local_bytes) {
        local = least_local_bytes + (payload_bytes - least_local_bytes) % overflow_bytes;
        if (local > most_local_bytes) local = least_local_bytes;
    }
    const bool overflows = local < payload_bytes;
    if (at + local + (overflows ? 4 : 0) > page.size()) return;
    const View here = page.subspan(at, local);
    vault::Bytes payload(here.begin(), here.end());
    PayloadAssembler assembler(images, payload_bytes, take);
    assembler.go_on(payload, overflows ? PayloadAssembler::number_at(page, at + local) : 0);
}

std::optional<StreamRow> stream_record_at(View page, std::size_t at)
{
    std::size_t end = at;
    const auto header_bytes = varint(page, end);
    for (const std::uint64_t wanted :
         {std::uint64_t{0}, blob_of(16), blob_of(16), blob_of(wrapped_bytes)}) {
        if (varint(page, end) != wanted) return std::nullopt;
    }
    if (header_bytes != end - at || end + 32 + wrapped_bytes > page.size()) return std::nullopt;
    StreamRow stream;
    Values values(page.subspan(end));
    values.take(stream.id);
    values.take(stream.pseudonym);
    const View wrapped = values.take(wrapped_bytes);
    stream.wrapped.assign(wrapped.begin(), wrapped.end());
    return stream;
}

} // namespace mvr::store
