#pragma once

// From the transition index and the evidence to what happens next, with reasons that a teacher
// accepts.

#include "learning/ability.hpp"
#include "learning/events.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::learning {

/// From least to most progress.
enum class Action {
    remediate_prerequisites,
    provide_additional_support,
    continue_current_event,
    advance_to_next_event,
};

inline constexpr double advance_threshold = .80;
inline constexpr double continue_threshold = .60;
inline constexpr double support_threshold = .40;
/// An action that was reached is left downwards only this far below its threshold.
inline constexpr double hysteresis = .05;
inline constexpr double mastery_required = .90;
inline constexpr int items_required = 3;
inline constexpr int distinct_items_required = 2;

/// What was observed in the scene. Numbers that a client reports about itself are not evidence.
struct Evidence {
    int observed_items = 0;     ///< tries judged
    int distinct_items = 0;     ///< different tasks among them
    int observed_successes = 0; ///< tries that were right
    double p_mastered = 0;      ///< P(success rate ≥ .8 | data), see mastery.hpp
};

struct DecisionInput {
    double state = .5; ///< ∂(t+1), in [0, 1]
    LearningEvent event = LearningEvent::onboarding;
    std::optional<Action> previous; ///< the last action in this unit, if any
    Evidence evidence;
    Ability ability;
    double discrimination = 1; ///< a of the current item, > 0
    double difficulty = 0;     ///< b of the current item, logits
};

struct AdaptiveParameters {
    /// 1 + (predicted success at the current difficulty − .80): 1 is right, above 1 means make it
    /// harder, below easier; in [.2, 1.2].
    double difficulty_adjustment = 1;
    std::string support_level;     ///< "low", "moderate" or "high"
    std::string pacing_adjustment; ///< "faster", "normal" or "slower"
};

struct Decision {
    Action action = Action::continue_current_event;
    /// ½ + (q − ½)·n/(n + 3): q is the chance that the action's premise holds (mastered for
    /// `advance`, not yet mastered for the others), n the number of observed tries, so without
    /// evidence it is ½. The specification's constants (.9, .7, .6, .8) would say the same of 1 try
    /// as of 100. A value below ½ means: this is held back by a rule, though the skill is probably
    /// there.
    double confidence = .5;
    std::vector<std::string> reasons; ///< each a clause with its numbers
    std::string reasoning;            ///< one sentence in plain words
    LearningEvent next_event = LearningEvent::onboarding;
    AdaptiveParameters adaptive_parameters;
    double target_difficulty = 0; ///< logits; where this learner succeeds 4 times out of 5
};

/// The band of the index (.8/.6/.4) gives the action; then
/// - it is left downwards only .05 below its threshold (but advancing always needs .80);
/// - it moves one step from the previous action at a time;
/// - advancing also needs p_mastered ≥ .90, at least 3 tries and 2 distinct items; else the action
///   is `continue_current_event` and the reasons say what is missing.
/// Throws Failure on numbers outside their range: they are computed, not entered. Thread: any.
Decision decide(const DecisionInput &input);

std::string_view to_text(Action action);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill.
Result<Action> action_from_text(std::string_view text);

} // namespace mvr::learning
