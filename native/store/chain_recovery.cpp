#include "store/chain_recovery.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
namespace {

/// Of an unfinished or altered last commit at most so many rows may be missing for it to count as
/// altered: one altered byte cannot cost more.
constexpr std::int64_t missing_in_last_commit = 1;

} // namespace

ChainRecovery::ChainRecovery(const CarvedRows &carved, StreamKeys &keys, const RowFacts &facts,
                             const std::optional<RecordEnd> &head, bool ends_complete, TimeMs now)
    : carved_(carved), keys_(keys), facts_(facts), head_(head), ends_complete_(ends_complete),
      now_(now)
{
}

/// Corrects the stored hash where the seal proves the bytes.
bool ChainRecovery::authentic(SealedRow &row) const
{
    if (row.sealed.empty()) return facts_.purged.contains(row.sequence);
    const auto hash = vault::hash_of(row.sealed);
    if (facts_.erased.contains(row.stream)) return hash == row.sealed_hash;
    if (!keys_.unseal(row)) return false;
    row.sealed_hash = hash;
    return true;
}

std::vector<ChainRecovery::Candidate> ChainRecovery::candidates(std::int64_t sequence) const
{
    std::vector<Candidate> found;
    for (CarvedRow &carved : carved_.rows(sequence)) {
        const bool good = authentic(carved.row);
        found.push_back({std::move(carved), good});
    }
    return found;
}

/// Whether something but the row itself says that it stands at its number: its seal, or a neighbour
/// or mark of the chain. An erased or purged row has no seal that opens.
bool ChainRecovery::has_its_number(const SealedRow &row) const
{
    const bool is_sealed = !row.sealed.empty() && !facts_.erased.contains(row.stream);
    if (is_sealed || marked(row, row.link)) return true;
    if (row.sequence == 1 && link_of(row, vault::chain_start) == row.link) return true;
    const auto follows = [](const SealedRow &one, const SealedRow &next) {
        return link_of(next, one.link) == next.link;
    };
    return std::ranges::any_of(carved_.rows(row.sequence - 1),
                               [&](const CarvedRow &one) { return follows(one.row, row); }) ||
           std::ranges::any_of(carved_.rows(row.sequence + 1),
                               [&](const CarvedRow &next) { return follows(row, next.row); });
}

bool ChainRecovery::marked(const SealedRow &row, const vault::Hash &link) const
{
    return row.mark && *row.mark == commit_mark({row.sequence, link}, keys_.vault());
}

/// Whether `link`, as the link of `row`, is named by a successor, a mark or the known end.
bool ChainRecovery::named(const vault::Hash &link, const SealedRow &row,
                          const std::vector<Candidate> &behind) const
{
    const auto follows = [&](const Candidate &next) {
        return link_of(next.carved.row, link) == next.carved.row.link;
    };
    if (std::ranges::any_of(behind, follows)) return true;
    if (head_ && head_->head == RecordHead{row.sequence, link}) return true;
    return marked(row, link);
}

std::optional<ChainRecovery::Choice>
ChainRecovery::choose(const std::vector<Candidate> &here,
                      const std::vector<Candidate> &behind) const
{
    std::optional<Choice> best;
    int best_rank = 0;
    const auto offer = [&](const SealedRow &row, const vault::Hash &link, bool joins, int rank) {
        if (rank <= best_rank) return;
        best = Choice{row, joins};
        best->row.link = link;
        best_rank = rank;
    };
    for (const Candidate &candidate : here) {
        if (!candidate.authentic) continue;
        const SealedRow &row = candidate.carved.row;
        if (before_) {
            const auto link = link_of(row, *before_);
            const bool is_named = named(link, row, behind);
            if (link == row.link) offer(row, link, true, is_named ? 4 : 2);
            if (link != row.link && is_named) offer(row, link, true, 3); // its own link was altered
        }
        // Between two rows that are lost nothing names a link: what SQLite itself would read was
        // committed, and never a row that was taken back.
        const bool alone = !before_ && candidate.carved.committed;
        if (alone || named(row.link, row, behind)) offer(row, row.link, !before_, 1);
    }
    return best;
}

/// The link of a row that is lost, where a successor follows from what is left of it.
std::optional<vault::Hash> ChainRecovery::link_of_lost(const std::vector<Candidate> &here,
                                                       const std::vector<Candidate> &behind) const
{
    for (const Candidate &candidate : here) {
        const SealedRow &row = candidate.carved.row;
        if (named(row.link, row, behind)) return row.link;
        if (!before_) continue;
        const auto link = link_of(row, *before_);
        if (named(link, row, behind)) return link;
    }
    return std::nullopt;
}

void ChainRecovery::lose(std::int64_t sequence, const std::vector<Candidate> &here,
                         const std::vector<Candidate> &behind)
{
    before_ = link_of_lost(here, behind);
    if (const Tombstone *known = facts_.lost_at(sequence)) {
        if (known->last == sequence && known->link) before_ = known->link;
        return;
    }
    if (lost_.empty() || lost_.back().last != sequence - 1 || !here.empty()) {
        Tombstone tombstone;
        tombstone.kind = Tombstone::Kind::rows_lost;
        tombstone.sequence = sequence;
        tombstone.time_ms = now_;
        tombstone.cause =
            here.empty() ? "it is missing" : "its bytes were altered or are incomplete";
        const auto keyed = std::ranges::find_if(here, [&](const Candidate &candidate) {
            return keys_.pseudonym_of(candidate.carved.row.stream) != nullptr;
        });
        if (keyed != here.end()) tombstone.stream = keyed->carved.row.stream;
        lost_.push_back(tombstone);
    }
    lost_.back().last = sequence;
    lost_.back().link = before_;
}

void ChainRecovery::hand_over(const Take &take)
{
    if (!pending_) return;
    if (pending_->mark && !marked(*pending_, pending_->link)) pending_->mark.reset();
    take(*pending_);
    ++taken_;
    pending_.reset();
}

bool ChainRecovery::anything_behind(std::int64_t sequence) const
{
    for (const std::int64_t s : carved_.sequences_after(sequence)) {
        for (const Candidate &candidate : candidates(s)) {
            const SealedRow &row = candidate.carved.row;
            if (candidate.authentic && (ends_complete_ || marked(row, row.link))) return true;
        }
    }
    return false;
}

/// What SQLite would read was committed, and what the known end names was. Behind that stands a
/// commit that was altered, and is taken, or one that was never finished, and is not.
std::int64_t ChainRecovery::last_to_take() const
{
    std::int64_t certain = head_ ? head_->head.sequence : 0;
    certain = std::max(certain, facts_.last_lost());
    std::int64_t last = certain;
    std::int64_t missing = 0;
    std::int64_t before = certain;
    for (const std::int64_t s : carved_.sequences_after(certain)) {
        missing += s - before - 1;
        before = s;
        bool good = false, committed = false, is_marked = false;
        for (const Candidate &candidate : candidates(s)) {
            const SealedRow &row = candidate.carved.row;
            if (!candidate.authentic || !has_its_number(row)) continue;
            good = true;
            committed = committed || candidate.carved.committed;
            is_marked = is_marked || marked(row, row.link);
        }
        missing = committed ? 0 : missing + (good ? 0 : 1);
        const bool complete = ends_complete_ && s == carved_.last_sequence();
        if (committed || (missing <= missing_in_last_commit && (is_marked || complete))) last = s;
    }
    return last;
}

void ChainRecovery::run(const Take &take)
{
    const std::int64_t last = last_to_take();
    auto here = candidates(1);
    for (std::int64_t sequence = 1; sequence <= last; ++sequence) {
        auto behind = sequence < last ? candidates(sequence + 1) : std::vector<Candidate>();
        auto choice = choose(here, behind);
        if (!choice) {
            hand_over(take);
            lose(sequence, here, behind);
        } else {
            if (pending_ && !choice->joins) { // the one before it was never part of this chain
                pending_.reset();
                before_.reset();
                lose(sequence - 1, {}, {});
            }
            hand_over(take);
            pending_ = std::move(choice->row);
            before_ = pending_->link;
        }
        here = std::move(behind);
    }
    finish(take, last);
}

void ChainRecovery::finish(const Take &take, std::int64_t last)
{
    const bool last_is_here = pending_ && pending_->sequence == last;
    if (head_ && head_->head.sequence == last && !last_is_here) {
        // The last rows are missing: the known end says from which link the chain goes on.
        before_ = head_->head.link;
        if (!lost_.empty() && lost_.back().last == last) lost_.back().link = before_;
    }
    if (!before_) {
        // Nothing says what the last link was: the chain goes on from one that this tombstone
        // names.
        before_ = vault::hash_of(vault::random_key().bytes());
        if (!lost_.empty() && lost_.back().last == last) lost_.back().link = before_;
    }
    end_.head = {last, *before_};
    end_.time_ms = pending_ ? pending_->time_ms : now_;
    const auto &signer = keys_.vault().signer;
    if (last_is_here) pending_->mark = commit_mark(end_.head, keys_.vault());
    hand_over(take);
    for (Tombstone &tombstone : lost_)
        sign(tombstone, signer);
}

} // namespace mvr::store
