#include "store/carved_rows.hpp"

#include "store/packed_tombstone.hpp"
#include "store/record_shape.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <ranges>
#include <set>
#include <string_view>

namespace mvr::store {
namespace {

using namespace std::string_view_literals;
using View = std::span<const std::byte>;

// Behind the header's length: the row id's column, then two blobs of 16 bytes.
constexpr std::string_view record_start = "\0\x2c\x2c"sv;

template <class Visit> void each_match(View bytes, std::string_view wanted, Visit visit)
{
    const std::string_view text = vault::as_text(bytes);
    for (auto at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1))
        visit(at);
}

bool same(const SealedRow &one, const SealedRow &other)
{
    return one.stream == other.stream && one.id == other.id && one.time_ms == other.time_ms &&
           one.sealed_hash == other.sealed_hash && one.link == other.link &&
           one.mark == other.mark && one.sealed == other.sealed;
}

} // namespace

CarvedRows::CarvedRows(const PageImages &images) : images_(images)
{
    for (std::size_t i = 0; i < images.all().size(); ++i)
        scan(i);
}

void CarvedRows::scan(std::size_t image)
{
    const View page = images_.all()[image].bytes;
    each_match(page, record_start, [&](std::size_t found) {
        if (found == 0) return;
        const std::size_t at = found - 1;
        if (const auto record = event_record_at(page, at)) {
            places_[record->sequence].push_back({image, at});
        } else if (auto stream = stream_record_at(page, at)) {
            streams_.push_back(*std::move(stream));
        }
    });
    each_match(page, tombstone_mark, [&](std::size_t at) {
        if (auto tombstone = unpack(page.subspan(at))) tombstones_.push_back(*std::move(tombstone));
    });
}

std::int64_t CarvedRows::last_sequence() const
{
    const auto last = [](const auto &rows) { return rows.empty() ? 0 : rows.rbegin()->first; };
    return std::max<std::int64_t>(last(places_), last(added_));
}

std::vector<std::int64_t> CarvedRows::sequences_after(std::int64_t sequence) const
{
    std::set<std::int64_t> found;
    for (auto at = places_.upper_bound(sequence); at != places_.end(); ++at)
        found.insert(at->first);
    for (auto at = added_.upper_bound(sequence); at != added_.end(); ++at)
        found.insert(at->first);
    return {found.begin(), found.end()};
}

bool CarvedRows::whole(std::int64_t last) const
{
    for (std::int64_t sequence = 1; sequence <= last; ++sequence) {
        const auto found = rows(sequence);
        const bool fits = std::ranges::any_of(found, [](const CarvedRow &carved) {
            return vault::hash_of(carved.row.sealed) == carved.row.sealed_hash;
        });
        if (!fits) return false;
    }
    return true;
}

void CarvedRows::add(const SealedRow &row) { added_.insert_or_assign(row.sequence, row); }

std::vector<CarvedRow> CarvedRows::rows(std::int64_t sequence) const
{
    std::vector<CarvedRow> found;
    if (const auto added = added_.find(sequence); added != added_.end()) {
        found.push_back({added->second, true});
    }
    const auto places = places_.find(sequence);
    if (places == places_.end()) return found;
    for (const auto &place : places->second | std::views::reverse) {
        const PageImage &image = images_.all()[place.image];
        const auto record = event_record_at(image.bytes, place.record);
        assemble_payload(
            images_, image.bytes, place.record, record->payload_bytes(), [&](View payload) {
                SealedRow row = row_of_payload(*record, payload);
                const bool whole = vault::hash_of(row.sealed) == row.sealed_hash;
                const auto known = std::ranges::find_if(
                    found, [&](const CarvedRow &other) { return same(other.row, row); });
                if (known == found.end()) {
                    found.push_back({std::move(row), image.committed});
                } else {
                    known->committed = known->committed || image.committed;
                }
                return whole;
            });
    }
    return found;
}

} // namespace mvr::store
