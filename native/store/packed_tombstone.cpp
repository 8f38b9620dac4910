#include "store/packed_tombstone.hpp"

#include "store/packed_bytes.hpp"
#include "vault/seal.hpp"

#include <algorithm>

namespace mvr::store {
namespace {

constexpr std::size_t fixed_bytes = 8 + 1 + 1 + 16 + 8 + 8 + 8 + 32 + 64 + 2;

class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : rest_(bytes) {}

    std::span<const std::byte> take(std::size_t count)
    {
        const auto taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }
    std::uint64_t number(std::size_t bytes)
    {
        std::uint64_t value = 0;
        const auto taken = take(bytes);
        for (std::size_t i = 0; i < bytes; ++i)
            value |= std::to_integer<std::uint64_t>(taken[i]) << (8 * i);
        return value;
    }
    template <std::size_t size> std::array<std::byte, size> array()
    {
        std::array<std::byte, size> value;
        std::ranges::copy(take(size), value.begin());
        return value;
    }
    std::size_t left() const { return rest_.size(); }

  private:
    std::span<const std::byte> rest_;
};

} // namespace

vault::Bytes pack(const Tombstone &tombstone)
{
    vault::Bytes out;
    out.reserve(fixed_bytes + tombstone.cause.size());
    put(out, vault::as_bytes(tombstone_mark));
    put_number(out, static_cast<std::uint64_t>(tombstone.kind), 1);
    put_number(out, tombstone.link ? 1 : 0, 1);
    put(out, tombstone.stream);
    put_number(out, static_cast<std::uint64_t>(tombstone.sequence), 8);
    put_number(out, static_cast<std::uint64_t>(tombstone.last), 8);
    put_number(out, static_cast<std::uint64_t>(tombstone.time_ms), 8);
    put(out, tombstone.link.value_or(vault::Hash{}));
    put(out, tombstone.signature);
    put_number(out, tombstone.cause.size(), 2);
    put(out, vault::as_bytes(tombstone.cause));
    return out;
}

std::optional<Tombstone> unpack(std::span<const std::byte> bytes)
{
    if (bytes.size() < fixed_bytes) return std::nullopt;
    Reader reader(bytes);
    if (vault::as_text(reader.take(tombstone_mark.size())) != tombstone_mark) return std::nullopt;
    Tombstone tombstone;
    const auto kind = reader.number(1);
    if (kind < 1 || kind > 3) return std::nullopt;
    tombstone.kind = static_cast<Tombstone::Kind>(kind);
    const bool has_link = reader.number(1) != 0;
    tombstone.stream = reader.array<16>();
    tombstone.sequence = static_cast<std::int64_t>(reader.number(8));
    tombstone.last = static_cast<std::int64_t>(reader.number(8));
    tombstone.time_ms = static_cast<TimeMs>(reader.number(8));
    const auto link = reader.array<32>();
    if (has_link) tombstone.link = link;
    tombstone.signature = reader.array<64>();
    const auto length = reader.number(2);
    if (length > reader.left()) return std::nullopt;
    tombstone.cause = vault::as_text(reader.take(length));
    return tombstone;
}

} // namespace mvr::store
