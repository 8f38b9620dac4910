#pragma once

// A, assessment: what the learner has shown.

#include <optional>

namespace mvr::learning {

/// What a client reports; each in [0, 1] where present.
struct ReportedAssessment {
    std::optional<double> competency_score;
    std::optional<double> skill_demonstration;
    std::optional<double> learning_evidence_strength;
};

/// Mean of the three, .5 for each that is missing, in [0, 1]; empty if all are.
/// Numbers that are not finite count as missing, others are taken as they are and the mean is
/// clipped.
/// Source: pathway specification, phase 3, "normalize_assessment_data". Thread: any.
std::optional<double> assessment_reading(const ReportedAssessment &reported);

/// The reading in (0, 1) from tries judged in the scene: (successes + 1) / (attempts + 2), so
/// that one try does not make a certainty. 0 ≤ successes ≤ attempts, else Failure.
/// Source: Laplace's rule of succession (mean of the Beta posterior). Thread: any.
double observed_assessment(int successes, int attempts);

} // namespace mvr::learning
