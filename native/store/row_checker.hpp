#pragma once

#include "store/event_store.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mvr::store {

/// What the tombstones and the table of streams say about rows.
struct RowFacts {
    std::set<Id> streams;                   ///< that have a key, without the ownerless one
    std::set<Id> erased;                    ///< whose key was destroyed, signed
    std::set<std::int64_t> purged;          ///< rows
    std::map<std::int64_t, Tombstone> lost; ///< rows, by the first of them

    /// The tombstone that covers this lost row, or null.
    const Tombstone *lost_at(std::int64_t sequence) const;

    /// The last row that is known to be lost; 0 when none is.
    std::int64_t last_lost() const;
};

/// Takes in the tombstones that are signed with `key`.
void add_tombstones(RowFacts &facts, std::span<const Tombstone> tombstones,
                    const vault::VerifyKey &key);

/// Checks rows in order, without any key: hash, link, number.
///
/// A row is good when its link follows from the stored or from the recomputed link of the row
/// before it: so one altered byte condemns one row and not its successor.
/// Thread: one at a time.
class RowChecker {
  public:
    /// `first`: the row to begin with; `before`: the stored link of the row before it, nothing
    /// where that is not known. `facts` must stay.
    RowChecker(const RowFacts &facts, std::int64_t first, const std::optional<vault::Hash> &before);

    std::int64_t next() const { return next_; }

    struct Verdict {
        RowCondition condition = RowCondition::damaged;
        std::string cause;  ///< of damage, one sentence
        bool known = false; ///< a tombstone says so already
    };

    /// The row `next()`, which is not there.
    Verdict missing();

    /// The row `next()`, read as `row`.
    Verdict check(const SealedRow &row);

  private:
    bool follows(const SealedRow &row) const;
    Verdict damage(const SealedRow &row, std::string cause);

    const RowFacts &facts_;
    std::int64_t next_ = 1;
    std::vector<vault::Hash> before_; ///< links that the next row may follow from; none: any
};

} // namespace mvr::store
