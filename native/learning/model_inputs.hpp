#pragma once

// What a client reports of a learner: the pathway specification's `model_inputs`. A report may be
// partial; what is missing is filled as the specification fills it, and the reading then says that
// it was reported.

#include "learning/assessment.hpp"
#include "learning/engagement.hpp"
#include "support/result.hpp"

#include <optional>

namespace mvr::learning {

/// `learner_model_data`.
struct ReportedLearner {
    std::optional<double> learner_model_weight; ///< [0, 1]; specification's default .35
    std::optional<double> alpha_baseline;       ///< [0, 1]; specification's default .7
    std::optional<double> beta_exploration;     ///< [0, 1]; specification's default .15
};

/// `knowledge_model_data`.
struct ReportedKnowledge {
    std::optional<double> units_completed;           ///< ≥ 0; default 0
    std::optional<double> total_units;               ///< ≥ 1; default 1
    std::optional<double> prerequisite_satisfaction; ///< [0, 1]; default .5
};

struct ModelInputs {
    ReportedLearner learner;
    ReportedKnowledge knowledge;
    ReportedEngagement engagement;
    ReportedAssessment assessment;
};

/// Rejects what cannot be meant: a number outside its range, `units_completed` without
/// `total_units`, more units completed than there are.
/// Errors: Errc::invalid_argument; `field` is the path below `model_inputs`, e.g.
/// "knowledge_model_data.units_completed". Thread: any.
Result<void> check(const ModelInputs &inputs);

/// The specification's normalisations of these two reports, each in [0, 1]; empty if the report
/// holds nothing (β alone says nothing either). The other two are `engagement_reading` and
/// `assessment_reading`. Numbers that are not finite count as missing, others are taken as they are
/// and the result is clipped.
/// Source: pathway specification, phase 3, "normalize_learner_data" and "normalize_knowledge_data".
/// Thread: any.
std::optional<double> learner_reading(const ReportedLearner &reported);
std::optional<double> knowledge_reading(const ReportedKnowledge &reported);

} // namespace mvr::learning
