#include "store/sealed_row.hpp"

#include "vault/seal.hpp"

#include <algorithm>

namespace mvr::store {
namespace {

/// Writes fixed-size fields one after another.
template <std::size_t size> class Layout {
  public:
    Layout &put(std::span<const std::byte> bytes)
    {
        std::ranges::copy(bytes, bytes_.begin() + static_cast<std::ptrdiff_t>(at_));
        at_ += bytes.size();
        return *this;
    }
    Layout &put(std::int64_t number)
    {
        for (std::size_t i = 0; i < 8; ++i) {
            bytes_[at_++] = static_cast<std::byte>(static_cast<std::uint64_t>(number) >> (8 * i));
        }
        return *this;
    }
    const std::array<std::byte, size> &bytes() const { return bytes_; }

  private:
    std::array<std::byte, size> bytes_{};
    std::size_t at_ = 0;
};

std::array<std::byte, 48> header(const SealedRow &row)
{
    return Layout<48>().put(row.sequence).put(row.stream).put(row.id).put(row.time_ms).bytes();
}

vault::Hash signed_part(const Tombstone &tombstone)
{
    const auto kind = static_cast<std::byte>(tombstone.kind);
    const auto numbers =
        Layout<24>().put(tombstone.sequence).put(tombstone.last).put(tombstone.time_ms).bytes();
    const std::span<const std::byte> link =
        tombstone.link ? std::span<const std::byte>(*tombstone.link) : std::span<const std::byte>();
    return vault::link(vault::chain_start, {vault::as_bytes("tombstone"),
                                            {&kind, 1},
                                            tombstone.stream,
                                            numbers,
                                            link,
                                            vault::as_bytes(tombstone.cause)});
}

} // namespace

vault::Hash link_of(const SealedRow &row, const vault::Hash &previous)
{
    const auto fields = header(row);
    return vault::link(previous, {fields, row.sealed_hash});
}

std::array<std::byte, 54> seal_context(const SealedRow &row)
{
    return Layout<54>().put(vault::as_bytes("events")).put(header(row)).bytes();
}

std::array<std::byte, 52> signed_head(const RecordHead &head)
{
    return Layout<52>()
        .put(vault::as_bytes("recordhead  "))
        .put(head.sequence)
        .put(head.link)
        .bytes();
}

vault::Hash commit_mark(const RecordHead &head, const vault::VaultKeys &keys)
{
    return vault::keyed_hash(keys.marking, signed_head(head));
}

void sign(Tombstone &tombstone, const vault::Signer &signer)
{
    tombstone.signature = signer.sign(signed_part(tombstone));
}

bool verify(const Tombstone &tombstone, const vault::VerifyKey &key)
{
    return vault::verify(key, signed_part(tombstone), tombstone.signature);
}

} // namespace mvr::store
