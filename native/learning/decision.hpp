#pragma once

// From the unit's index and evidence to what happens next, with reasons that a teacher accepts.

#include "learning/action.hpp"
#include "learning/advice.hpp"
#include "learning/learner.hpp"
#include "learning/model_inputs.hpp"
#include "learning/phase.hpp"
#include "learning/readings.hpp"
#include "learning/reason.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::learning {

struct LearnerModel;

/// An action that was reached is left downwards only this far below its threshold.
inline constexpr double hysteresis = .05;
/// Moving on needs P(known) of each skill of the unit at the pessimistic guess and slip, …
inline constexpr double mastery_required = .90;
/// … as many own passes since the phase began, and one more for each failure since, …
inline constexpr int own_passes_required = 3;
/// … on as many different checkpoints (1 in a unit that has one).
inline constexpr int distinct_checkpoints_required = 2;
/// Fewer tries in the unit say little: `too_early`.
inline constexpr int tries_to_judge = 3;
/// So many failures among the last `recent_tries` tries call for support, whatever the index says.
inline constexpr int failures_to_support = 3;

/// A checkpoint as the author made it.
struct Checkpoint {
    std::string checkpoint_id;
    std::string skill;
    std::optional<int> difficulty; ///< 1 to 10
};

/// What the caller knows when it asks.
struct DecisionContext {
    std::vector<Checkpoint> checkpoints; ///< all of the unit; empty if it is not known
    LearningPhase authored_phase = LearningPhase::onboarding;
    std::optional<LearningPhase> learning_event; ///< as the caller says it
    ModelInputs inputs;
    /// Equal for calls whose `model_inputs` and `learning_event` are equal.
    std::string inputs_digest;
    std::vector<UnitName> open_prerequisites; ///< of this unit, that exist and are not done
    std::optional<UnitName> next_unit;        ///< ready, not done, and not this one
    bool lesson_finished = false;             ///< every unit is done, this one included
};

/// Who says in which phase the learner is.
enum class PhaseSource { record, caller, authored };

/// What was observed in the unit, as far as a decision uses it.
struct Evidence {
    int tries = 0;      ///< judged in the unit, ever
    int own_passes = 0; ///< among them
    int failed = 0;     ///< among them
    int phase_own_passes = 0;
    int phase_failed = 0;
    int phase_checkpoints = 0; ///< with an own pass since the phase began
    double p_known = 0;        ///< the least over the unit's skills, pessimistic
    std::string weakest_skill; ///< whose it is; empty if none is known
};

/// How the scene may follow the learner; each is accepted by `update_blender_scene_metadata`.
struct AdaptiveParameters {
    /// 1 + (predicted success at the unit's mean difficulty − .80): 1 is right, above 1 means make
    /// it harder, below easier; in [.2, 1.2].
    double difficulty_adjustment = 1;
    std::string support_level;     ///< "low" (also before a try or hint), "moderate" or "high"
    std::string pacing_adjustment; ///< "slower", "normal" or "faster"
    double target_difficulty = 0;  ///< logits; where this learner succeeds 4 times out of 5
    /// `high`: hints are offered by themselves; `low`: on request only. Never `adaptive`.
    GuidanceLevel guidance = GuidanceLevel::moderate;
};

struct Decision {
    Action action = Action::continue_current_event;
    /// ½ + (q − ½)·n/(n + 3) with n the unit's tries: q is the pessimistic P(known) for `advance`,
    /// 1 − P(known) for support and remediation, and for `continue`, which nothing speaks against,
    /// not less than ½.
    double confidence = .5;
    LearningPhase phase = LearningPhase::onboarding; ///< in which it was made
    PhaseSource phase_source = PhaseSource::authored;
    LearningPhase next_phase = LearningPhase::onboarding; ///< what follows from it
    bool phase_begins = false; ///< `next_phase` begins anew (so it may equal `phase`)
    double index = .5;         ///< ∂ as the unit has it; a decision only reads it
    Readings readings;
    double composite = 0; ///< c of these readings in this phase; c − ∂ says where ∂ is heading
    Evidence evidence;
    std::vector<Reason> reasons; ///< the evidence first
    Advice advice;               ///< for the learner
    AdaptiveParameters adaptive_parameters;
    bool too_early = false; ///< fewer than three tries in the unit
    bool unit_done = false; ///< every checkpoint that the unit has now has an own pass
    bool unchanged = false; ///< nothing was new, so it is the unit's last decision again
};

/// What a decision rests on: equal ones give the same decision.
struct DecisionBasis {
    std::uint32_t unit_revision = 0;
    std::uint32_t profile_revision = 0;
    std::string inputs_digest;

    friend bool operator==(const DecisionBasis &, const DecisionBasis &) = default;
};

/// A decision with its basis, as the record keeps it.
struct DecidedOn {
    Decision decision;
    DecisionBasis basis;
};

/// The basis of a decision made now.
DecisionBasis basis_now(const LearnerModel &learner, std::string_view unit_id,
                        const DecisionContext &context);

/// Decides by the `gap` rule; reads only. Highest first:
/// 1. Nothing new since the unit's last decision (`basis_now`): the same comes back, `unchanged`;
///    only where to go (`advice`, `unit_done`) is said anew, as units may have come, gone or been
///    done elsewhere.
/// 2. At least 3 of the last 4 tries failed: at most support; after 3 tries in this phase it also
///    goes back one phase.
/// 3. The evidence suffices to move on (constants above, and no failure in the last step): advance.
///    An index below .80 does not hold it back: it lags, and engagement, a proxy, is part of it.
/// 4. No failed try and no last-level hint in the unit, or the unit is done and the last step held
///    no failure: at least continue.
/// 5. The band of the index (.8/.6/.4), left downwards only .05 below its threshold, one step at a
///    time from the last action (`continue` before the first); without the evidence of 3. at most
///    continue.
/// Remediation without an open prerequisite, or in a unit that is done, is support.
/// Errors: those of `check(ModelInputs)`. Thread: any.
Result<Decision> decide(const LearnerModel &learner, std::string_view unit_id,
                        const DecisionContext &context);

std::string_view to_text(PhaseSource source);

} // namespace mvr::learning
