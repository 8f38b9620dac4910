#pragma once

// What is known of one learner in one unit.

#include "learning/decision.hpp"
#include "learning/ended_try.hpp"
#include "learning/phase.hpp"
#include "learning/transition.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::learning {

/// How long the learner was in the unit, and how long of it at work.
struct Activity {
    double active_seconds = 0; ///< with input no longer than the idle limit ago
    double total_seconds = 0;  ///< since the unit began
};

/// How many tries ended, and how.
struct TryCounts {
    int own_passes = 0;
    int other_passes = 0; ///< with a last-level hint or after a correction
    int failed = 0;

    int tries() const { return own_passes + other_passes + failed; }
    int evidence() const { return own_passes + failed; }
};

/// One step of the equation, as it moved the unit's index.
struct IndexStep {
    LearningPhase phase = LearningPhase::onboarding;
    double before = initial_state; ///< ∂(t)
    double engagement = 0;         ///< the engagement reading in c
    double composite = 0;          ///< c
    double delta = 0;              ///< Δ as used
    double epsilon = 0;            ///< mean innovation of the step's tries
    double alpha = 0;
    double beta = 0;
    double after = initial_state; ///< ∂(t+1)
};

inline constexpr std::size_t recent_tries = 4;

/// Plain data: equal histories give equal bytes. All of it can be rebuilt by learner_fold.hpp from
/// what happened.
struct UnitModel {
    LearningPhase phase = LearningPhase::onboarding;
    bool phase_is_set = false;    ///< by a start of the unit or a change of its phase
    double index = initial_state; ///< ∂, [0, 1]

    TryCounts counts;                       ///< in this unit, ever
    TryCounts phase_counts;                 ///< since the phase began
    std::set<std::string> phase_own_passed; ///< checkpoints with an own pass since the phase began
    std::set<std::string> own_passed;       ///< checkpoints with an own pass, ever
    std::set<std::string> passed;           ///< checkpoints with any pass, ever
    std::vector<TryOutcome> recent;         ///< of the last `recent_tries` tries, oldest first
    bool failed_in_last_step = false;       ///< the last ended tries held a failure

    int hints = 0;       ///< shown in this unit, ever
    int phase_hints = 0; ///< shown since the phase began
    bool last_level_hint = false;

    /// P(known) of each skill tried in this unit at the pessimistic guess .30 and slip .05
    /// (`pessimistic`): the bound that moving on needs.
    std::map<std::string, double, std::less<>> skills;
    std::optional<Activity> activity; ///< the latest that was observed

    std::optional<IndexStep> last_step;
    std::uint32_t revision = 0; ///< how often a try ended or a hint was shown
    std::optional<DecidedOn> last_decision;
};

/// The one rule of when a unit is done: every checkpoint that it has now has an own pass, whatever
/// the phase and whatever it had before. False for a unit without checkpoints. Thread: any.
bool unit_done(const std::set<std::string> &own_passed, std::span<const std::string> checkpoints);

/// The same of a unit as the learner's model has it; false for an unknown one.
bool unit_done(const UnitModel *unit, std::span<const Checkpoint> checkpoints);

/// At least three of the last four tries failed: guard of `decide`. Thread: any.
bool struggles(const UnitModel &unit);

/// The unit holds no failed try and no hint of the last level; true for an untried unit.
bool flawless(const UnitModel &unit);

/// The engagement reading from what was observed: the share of active time, and hints shown per try
/// since the phase began. Empty when no activity was observed. Thread: any.
std::optional<double> observed_engagement(const UnitModel &unit);

} // namespace mvr::learning
