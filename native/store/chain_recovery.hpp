#pragma once

#include "store/carved_rows.hpp"
#include "store/head_file.hpp"
#include "store/row_checker.hpp"
#include "store/stream_keys.hpp"
#include "support/clock.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mvr::store {

/// Puts the chain together again from carved rows.
///
/// A row is taken when its seal opens in its place (or its stream was erased and its hash holds)
/// and its link follows from the row before it or is what the row behind it, or the mark of a
/// commit, names. What cannot be taken becomes a signed tombstone; the end of the chain stays where
/// it was. Thread: one at a time.
class ChainRecovery {
  public:
    /// `head`: an end of the chain that is known to have been, if any. `ends_complete`: see
    /// PageImages. All must stay.
    ChainRecovery(const CarvedRows &carved, StreamKeys &keys, const RowFacts &facts,
                  const std::optional<RecordEnd> &head, bool ends_complete, TimeMs now);

    using Take = std::function<void(const SealedRow &)>;

    /// Hands over the good rows in order.
    void run(const Take &take);

    // Afterwards:
    const RecordEnd &end() const { return end_; }
    const std::vector<Tombstone> &lost() const { return lost_; } ///< newly lost, signed
    std::int64_t taken() const { return taken_; }

    /// Whether some good row stands behind `sequence` that belongs to a finished commit.
    bool anything_behind(std::int64_t sequence) const;

  private:
    struct Candidate {
        CarvedRow carved;
        bool authentic = false;
    };
    struct Choice {
        SealedRow row;
        bool joins = false; ///< follows from the row before it
    };
    std::vector<Candidate> candidates(std::int64_t sequence) const;
    bool authentic(SealedRow &row) const;
    bool named(const vault::Hash &link, const SealedRow &row,
               const std::vector<Candidate> &behind) const;
    bool has_its_number(const SealedRow &row) const;
    bool marked(const SealedRow &row, const vault::Hash &link) const;
    std::optional<Choice> choose(const std::vector<Candidate> &here,
                                 const std::vector<Candidate> &behind) const;
    std::optional<vault::Hash> link_of_lost(const std::vector<Candidate> &here,
                                            const std::vector<Candidate> &behind) const;
    std::int64_t last_to_take() const;
    void lose(std::int64_t sequence, const std::vector<Candidate> &here,
              const std::vector<Candidate> &behind);
    void hand_over(const Take &take);
    void finish(const Take &take, std::int64_t last);

    const CarvedRows &carved_;
    StreamKeys &keys_;
    const RowFacts &facts_;
    const std::optional<RecordEnd> &head_;
    bool ends_complete_;
    TimeMs now_;
    std::optional<vault::Hash> before_ =
        vault::chain_start; ///< the link that the next row follows from
    std::optional<SealedRow>
        pending_; ///< chosen, not handed over: its successor may prove it wrong
    RecordEnd end_;
    std::vector<Tombstone> lost_;
    std::int64_t taken_ = 0;
};

} // namespace mvr::store
