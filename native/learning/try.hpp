#pragma once

#include "learning/ended_try.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What a fold of tries takes and gives: readings of checkpoints, and tries that have ended.

namespace mvr::learning {

/// How one checkpoint's condition stands at one observation.
struct CheckpointReading {
    std::string checkpoint_id;
    bool holds = false; ///< the condition, with the time that it asks for
    /// An order in it is violated, so that nothing but taking that back can make it hold.
    bool broken = false;
    /// Names of the objects that the condition names and that changed since the last observation,
    /// and questions that it asks and that were answered since.
    std::vector<std::string> changed;
    /// A view, mode or tool that the condition asks for was entered since the last observation.
    bool entered = false;
    /// The learner's view changed since the last observation, and views are all that the condition
    /// asks for.
    bool looked = false;
    /// Equal for two observations at which all that the condition names is in the same state.
    std::uint64_t state = 0;
};

/// All checkpoints of a running unit at one moment. Each observation names the same checkpoints;
/// one that is left out keeps its last reading.
struct TryObservation {
    double seconds = 0;  ///< since the unit began; never less than at the observation before
    bool undone = false; ///< Undo or Redo led here, not work
    std::vector<CheckpointReading> checkpoints;
};

/// Why a try ended.
enum class TryCause {
    held,      ///< passed: the condition held, and what it names was at rest or looked at
    submitted, ///< failed: submitted while the condition did not hold
    slip_left, ///< failed: an order was violated, and the learner went on to something else
    unit_left, ///< abandoned
};

std::string_view to_text(TryCause cause);

/// One performance of one checkpoint, ended.
struct FinishedTry {
    std::string checkpoint_id;
    TryOutcome ending = TryOutcome::abandoned;
    TryCause cause = TryCause::unit_left;
    double began_seconds = 0; ///< since the unit began
    double ended_seconds = 0;
    int slips = 0;          ///< how often an order was violated in it
    int self_corrected = 0; ///< how many of them were taken back before anything else was done
    bool corrected = false; ///< the learner was shown a reason why it did not hold yet
    bool last_level_hint = false; ///< shown in this run of the unit before the try ended

    /// A pass without a last-level hint and without a correction. One that is not own says nothing
    /// of what the learner can do alone.
    bool own() const { return ending == TryOutcome::passed && !corrected && !last_level_hint; }

    friend bool operator==(const FinishedTry &, const FinishedTry &) = default;
};

/// What a learner submitted.
struct Submission {
    std::vector<FinishedTry> ended;
    std::vector<std::string> not_begun; ///< checkpoints that were not submitted: nothing was done
};

} // namespace mvr::learning
