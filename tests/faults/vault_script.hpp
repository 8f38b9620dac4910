#pragma once

#include "store/open_vault.hpp"
#include "store/sealer.hpp"

#include <cstdint>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace mvr::faults {

/// What a run of the script heard about its events.
struct Outcome {
    struct Said {
        store::Id id{};
        std::string learner; ///< empty: nobody's
        std::string text;
    };
    std::vector<Said> acknowledged; ///< on disk, as the store said
    std::vector<Said> in_doubt;     ///< given to the store, which never said that they are there
    std::vector<Said> spilled;      ///< on disk in a spill file, not merged: to be there later
    std::size_t not_spilled = 0;    ///< of those in doubt: no spill file took them
    std::vector<std::string> errors;
    bool erased = false; ///< the store said that `leaver` is erased
    bool erase_tried = false;
    std::set<store::Id> after_erasure; ///< events that were given after it
    std::int64_t retried = 0;          ///< batches that went in at the second attempt
};

/// How far a run came, as numbers of the events that it gave (in their order); what the death of
/// its process leaves for somebody else to see.
struct Progress {
    std::size_t given = 0;
    std::size_t acknowledged = 0;
    std::size_t spilled_from = 0; ///< on disk in a spill file
    std::size_t spilled_to = 0;
    std::size_t erase_at = 0; ///< events given before the erasure was tried; 0: it was not
    bool erased = false;
};

/// What a run heard that came only so far, if a whole one (same seed, no fault) is `whole`.
Outcome cut_short(const Outcome &whole, const Progress &progress);

/// A short life of a record, the same for the same seed: it is opened, takes batches of events of
/// a few learners, keeps a snapshot, checkpoints, takes in what another process spilled, erases one
/// learner, and is closed. What the store rejects is tried once more, then left.
///
/// Thread: one at a time.
class VaultScript {
  public:
    static constexpr std::string_view leaver = "learner-3"; ///< the one who is erased

    /// `progress` is kept up to date where one is given.
    VaultScript(std::string folder, std::uint64_t seed, Progress *progress = nullptr);

    /// Runs it from an empty folder. What happens to the disk meanwhile is the caller's.
    Outcome run();

    /// Opens the record and appends batches, nothing else. The folder is copied to `copy` (where
    /// one is named) while the record is open, so that its last events are in the write-ahead file
    /// only.
    Outcome fill(int batches, const std::string &copy = "");

  private:
    std::vector<Outcome::Said> events(int size);
    void append(const std::vector<Outcome::Said> &batch, std::span<const store::Id> merged_ids);
    bool open();
    void append_some(int batches);
    void merge_spilled();
    void erase();

    std::string folder_;
    std::mt19937_64 random_;
    Progress nobodys_;
    Progress &progress_;
    TimeMs now_ = 1'700'000'000'000;
    std::unique_ptr<store::OpenedVault> vault_;
    std::unique_ptr<store::Sealer> sealer_;
    Outcome outcome_;
};

} // namespace mvr::faults
