#pragma once

#include "learning/try.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace mvr::learning {

/// How one checkpoint stands between the learner's looks.
struct TryProgress {
    bool begun = false;     ///< *Done* would end a try, or one has ended, in this run of the unit
    bool running = false;   ///< a try runs
    bool changed = false;   ///< something that the condition names changed since the last look
    bool slipped = false;   ///< an order is violated and can still be taken back
    bool lost = false;      ///< the try failed by a violated order that still stands
    bool corrected = false; ///< the learner was shown what is wrong in the try that runs
};

/// How one checkpoint went so far in a run of its unit; see TryFold for the rules.
/// Thread: one at a time.
struct TryCourse {
    CheckpointReading last;
    std::optional<FinishedTry> running;
    std::optional<FinishedTry> suspended; ///< Undo took back all that it had done
    std::uint64_t state_before = 0;       ///< what the running or suspended try began from
    std::set<std::string> touched;        ///< objects changed in the running try
    std::set<std::string> slip_objects;   ///< what moved when the order was violated
    double changed_seconds = 0;
    std::optional<double> looked_seconds; ///< the view changed first, since the last try ended
    bool is_to_be_kept = false;           ///< it held from the start, or came to hold by time alone
    bool is_slip_left = false;            ///< the learner goes on, with something in the hand still
    bool last_level_hint = false;         ///< by a hint of the last level about it
    bool ended_one = false;
    bool last_passed = false;
    bool changed = false; ///< since the last look

    /// Takes a reading into the try that runs. Undo that takes back all of it suspends it.
    void follow_running(const CheckpointReading &now, bool undone);

    /// An order was violated by what changed.
    void slip(const CheckpointReading &now);

    /// Whether the learner went on to another object while an order was violated.
    bool leaves_slip(const CheckpointReading &now) const;

    /// Whether a try begins, or a suspended one goes on.
    bool begins(const CheckpointReading &now, bool undone) const;

    /// Whether the learner looked for a view and has not found it: that is begun, though no try
    /// runs.
    bool looked_in_vain() const;

    TryProgress progress() const;
};

/// Whether the learner did anything to what the condition names.
bool did_something(const CheckpointReading &reading);

/// Whether the condition holds; a violated order never does, whatever stands beside it.
bool holds(const CheckpointReading &reading);

} // namespace mvr::learning
