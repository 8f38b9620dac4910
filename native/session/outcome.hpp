#pragma once

#include "learning/try.hpp"
#include "support/message.hpp"

#include <string>
#include <variant>
#include <vector>

// What a run tells as it happens. Seconds are active seconds since the run's start.

namespace mvr::session {

/// A try of a checkpoint ended. Passed is a checkpoint reached: its condition held, and what it
/// names was at rest for the dwell (`learning::try_rest_seconds`), or the learner looked.
struct TryEnded {
    std::string checkpoint_id;
    learning::FinishedTry finished;
    /// For one that passed, from when the condition began to hold until the try ended: the dwell,
    /// distinguished from whatever a caller needs to notice and show it.
    double dwell_seconds = 0;
};

/// The learner did a step of an order too early. Reported at the moment it happens.
struct OrderBroken {
    std::string checkpoint_id;
    double seconds = 0;
    std::vector<Message> sentences; ///< for that step, and for the one that is due
};

/// The learner took a slip back by Undo before doing anything else: forgiven.
struct SlipCorrected {
    std::string checkpoint_id;
    double seconds = 0;
};

/// The learner did what a rule of the unit forbids. Reported at the moment it happens, and again
/// only after the rule was kept in between.
struct RuleBroken {
    std::string rule_id;
    double seconds = 0;
    std::vector<Message> sentences; ///< what is wrong now
};

using Outcome = std::variant<TryEnded, OrderBroken, SlipCorrected, RuleBroken>;

} // namespace mvr::session
