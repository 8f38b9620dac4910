#include "store/spill_entry.hpp"

#include "store/packed_bytes.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace mvr::store {
namespace {

using View = std::span<const std::byte>;

constexpr std::string_view mark = "MVRspil2";
constexpr std::size_t length_bytes = 4;
constexpr std::size_t entry_head_bytes = mark.size() + length_bytes;
constexpr std::size_t event_head_bytes = 1 + 16 + 16 + 8; // of an event, before its plain bytes

std::uint64_t number_at(View bytes, std::size_t at, std::size_t count)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < count; ++i)
        number |= std::to_integer<std::uint64_t>(bytes[at + i]) << (8 * i);
    return number;
}

std::optional<SpilledEvent> event_of(View plain)
{
    if (plain.size() < event_head_bytes) return std::nullopt;
    SpilledEvent event;
    vault::Pseudonym learner;
    std::ranges::copy(plain.subspan(1, 16), learner.begin());
    if (plain[0] != std::byte{}) event.learner = learner;
    std::ranges::copy(plain.subspan(17, 16), event.id.begin());
    event.time_ms = static_cast<TimeMs>(number_at(plain, 33, 8));
    event.plain.assign(plain.begin() + event_head_bytes, plain.end());
    return event;
}

/// The entry whose mark stands at `at`, if it is whole and opens.
std::optional<SpillEntry> entry_at(View content, std::size_t at, const vault::Box &box)
{
    if (at + entry_head_bytes > content.size()) return std::nullopt;
    const auto length = number_at(content, at + mark.size(), length_bytes);
    if (length > content.size() - at - entry_head_bytes) return std::nullopt;
    const auto plain = box.open(content.subspan(at + entry_head_bytes, length));
    if (!plain) return std::nullopt;
    auto event = event_of(*plain);
    if (!event) return std::nullopt;
    return SpillEntry{*std::move(event), static_cast<std::int64_t>(at),
                      static_cast<std::int64_t>(entry_head_bytes + length)};
}

bool only_zeros(View bytes)
{
    return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{}; });
}

} // namespace

void put_entry(vault::Bytes &out, const SpilledEvent &event, const vault::Box::PublicKey &vault_key)
{
    vault::Bytes plain;
    plain.reserve(event_head_bytes + event.plain.size());
    put_number(plain, event.learner ? 1 : 0, 1);
    put(plain, event.learner.value_or(vault::Pseudonym{}));
    put(plain, event.id);
    put_number(plain, static_cast<std::uint64_t>(event.time_ms), 8);
    put(plain, event.plain);
    const auto sealed = vault::seal_to(vault_key, plain);
    put(out, vault::as_bytes(mark));
    put_number(out, sealed.size(), length_bytes);
    put(out, sealed);
}

SpillFile read_entries(View content, const vault::Box &box)
{
    SpillFile file;
    file.size = static_cast<std::int64_t>(content.size());
    const std::string_view text = vault::as_text(content);
    std::size_t from = 0; // everything before it is accounted for
    for (std::size_t at = text.find(mark); at != text.npos;) {
        auto entry = entry_at(content, at, box);
        if (!entry) {
            at = text.find(mark, at + 1);
            continue;
        }
        if (!only_zeros(content.subspan(from, at - from))) {
            file.unreadable.push_back(static_cast<std::int64_t>(from));
        }
        from = at + static_cast<std::size_t>(entry->bytes);
        file.entries.push_back(*std::move(entry));
        at = text.find(mark, from);
    }
    return file;
}

} // namespace mvr::store
