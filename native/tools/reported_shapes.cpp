#include "tools/reported_shapes.hpp"

namespace mvr::tools {
namespace {

std::optional<double> as_number(const std::optional<std::int64_t> &whole)
{
    return whole ? std::optional(static_cast<double>(*whole)) : std::nullopt;
}

} // namespace

learning::ModelInputs model_inputs(const ReportedInputs &reported)
{
    const ReportedLearnerData &learner = reported.learner_model_data;
    const ReportedKnowledgeData &knowledge = reported.knowledge_model_data;
    return {{learner.learner_model_weight, learner.adaptation_parameters.alpha_baseline,
             learner.adaptation_parameters.beta_exploration},
            {as_number(knowledge.units_completed), as_number(knowledge.total_units),
             knowledge.prerequisite_satisfaction},
            reported.engagement_model_data,
            reported.assessment_model_data};
}

} // namespace mvr::tools
