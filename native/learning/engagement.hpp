#pragma once

// E, engagement: the chance that the learner is on task. Never a claim about feelings.

#include <optional>

namespace mvr::learning {

/// What a client reports about itself; each in [0, 1] where present.
struct ReportedEngagement {
    std::optional<double> attention_level;
    std::optional<double> interaction_quality;
    std::optional<double> flow_state_indicators;
};

/// Mean of the three, .5 for each that is missing, in [0, 1]; empty if all are.
/// Numbers that are not finite count as missing, others are taken as they are and the mean is
/// clipped.
/// Source: pathway specification, phase 3, "normalize_engagement_data". Thread: any.
std::optional<double> engagement_reading(const ReportedEngagement &reported);

/// What was seen in the scene during a task.
struct ObservedActivity {
    double active_seconds = 0; ///< with input no longer than the idle limit ago
    double total_seconds = 0;
    int hints_used = 0;
    int attempts = 0;
};

/// A proxy in [0, 1] for the chance of being on task:
/// share of active time × 1 / (1 + hints beyond one per attempt). One hint a try is using help;
/// more is clicking through it ("hint abuse", Aleven et al. 2006; Baker et al. 2004). Not fitted on
/// data. Empty when no time has passed. Throws Failure on negative or non-finite input. Thread:
/// any.
std::optional<double> observed_engagement(const ObservedActivity &activity);

} // namespace mvr::learning
