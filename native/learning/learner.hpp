#pragma once

// ∩, the learner model as the profile states it. What the learner then does is in ability.hpp.

#include "support/result.hpp"

#include <string_view>

namespace mvr::learning {

enum class KnowledgeLevel { novice, beginner, intermediate, advanced, expert };

enum class GuidanceLevel { high, moderate, low, adaptive };

/// The parts of a profile that the equation uses; the defaults are the pathway specification's.
struct LearnerTraits {
    KnowledgeLevel knowledge_level = KnowledgeLevel::beginner;
    GuidanceLevel guidance_level = GuidanceLevel::moderate;
    double help_seeking_frequency = 0; ///< requests for help per try, 0 or more

    friend bool operator==(const LearnerTraits &, const LearnerTraits &) = default;
};

/// The specification's weight of a learner whose profile says nothing.
inline constexpr double default_learner_weight = .35;

/// α and β of the equation, fitted to a profile.
struct AdaptationParameters {
    double alpha_baseline = .70;   ///< in [.60, .80]
    double beta_exploration = .15; ///< in [.10, .20]

    friend bool operator==(const AdaptationParameters &, const AdaptationParameters &) = default;
};

/// How much the learner's own needs should steer, in [.15, .50]: less known, more guidance wanted
/// and more help sought give more.
/// Throws Failure if help_seeking_frequency is negative or not finite: reject it before.
/// Source: pathway specification P2.1, "calculate_initial_learner_weight". Thread: any.
double learner_model_weight(const LearnerTraits &traits);

/// Source: pathway specification P2.1, "calculate_adaptation_parameters". Its own remark there
/// ("slower for novices") contradicts its numbers, which give novices the larger α; we keep the
/// numbers. Thread: any.
AdaptationParameters adaptation_parameters(const LearnerTraits &traits);

/// The learner model's reading in [0, 1] from the profile alone: (weight + α/2) / 1.5. It cannot
/// leave [.30, .60], so it is a start value; with observations use `ability_reading`.
/// Source: pathway specification, phase 3, "normalize_learner_data". Thread: any.
double profile_reading(double learner_model_weight, const AdaptationParameters &parameters);

std::string_view to_text(KnowledgeLevel level);
std::string_view to_text(GuidanceLevel level);

/// Errors: Errc::invalid_argument naming the texts that are accepted; `field` is the caller's to
/// fill.
Result<KnowledgeLevel> knowledge_level_from_text(std::string_view text);
Result<GuidanceLevel> guidance_level_from_text(std::string_view text);

} // namespace mvr::learning
