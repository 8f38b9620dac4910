#include "store/row_checker.hpp"

#include <algorithm>

namespace mvr::store {

void add_tombstones(RowFacts &facts, std::span<const Tombstone> tombstones,
                    const vault::VerifyKey &key)
{
    for (const Tombstone &tombstone : tombstones) {
        if (!verify(tombstone, key)) continue;
        switch (tombstone.kind) {
        case Tombstone::Kind::stream_erased: facts.erased.insert(tombstone.stream); break;
        case Tombstone::Kind::row_purged: facts.purged.insert(tombstone.sequence); break;
        case Tombstone::Kind::rows_lost: facts.lost.insert_or_assign(tombstone.sequence, tombstone);
        }
    }
}

const Tombstone *RowFacts::lost_at(std::int64_t sequence) const
{
    const auto after = lost.upper_bound(sequence);
    if (after == lost.begin()) return nullptr;
    const Tombstone &before = std::prev(after)->second;
    return before.last >= sequence ? &before : nullptr;
}

std::int64_t RowFacts::last_lost() const { return lost.empty() ? 0 : lost.rbegin()->second.last; }

RowChecker::RowChecker(const RowFacts &facts, std::int64_t first,
                       const std::optional<vault::Hash> &before)
    : facts_(facts), next_(first)
{
    if (before) before_.push_back(*before);
}

RowChecker::Verdict RowChecker::missing()
{
    const Tombstone *lost = facts_.lost_at(next_++);
    before_.clear();
    if (lost == nullptr) return {RowCondition::damaged, "it is missing", false};
    if (lost->link && lost->last == next_ - 1) before_.push_back(*lost->link);
    return {RowCondition::damaged, lost->cause, true};
}

bool RowChecker::follows(const SealedRow &row) const
{
    return before_.empty() || std::ranges::any_of(before_, [&](const vault::Hash &link) {
               return link_of(row, link) == row.link;
           });
}

RowChecker::Verdict RowChecker::check(const SealedRow &row)
{
    if (row.sequence != next_) return damage(row, "its number was altered");
    if (!follows(row)) return damage(row, "it does not continue the chain");
    const bool purged = row.sealed.empty() && facts_.purged.contains(row.sequence);
    if (!purged && vault::hash_of(row.sealed) != row.sealed_hash) {
        return damage(row, "its sealed bytes were altered or are incomplete");
    }
    const bool keyed = row.stream == ownerless_stream || facts_.streams.contains(row.stream);
    const bool erased = facts_.erased.contains(row.stream);
    ++next_;
    before_.assign(1, row.link);
    if (purged) return {RowCondition::purged, "", true};
    if (erased) return {RowCondition::erased, "", true};
    if (keyed) return {RowCondition::present, "", true};
    return {RowCondition::damaged, "the key of its stream is missing", false};
}

RowChecker::Verdict RowChecker::damage(const SealedRow &row, std::string cause)
{
    std::vector<vault::Hash> possible{row.link};
    for (const vault::Hash &link : before_)
        possible.push_back(link_of(row, link));
    before_ = std::move(possible);
    ++next_;
    return {RowCondition::damaged, std::move(cause), false};
}

} // namespace mvr::store
