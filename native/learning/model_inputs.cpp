#include "learning/model_inputs.hpp"

#include "learning/checks.hpp"
#include "learning/learner.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace mvr::learning {
namespace {

struct Bounded {
    const char *field;
    std::optional<double> value;
    double low = 0;
    double high = 1;
};

constexpr double unbounded = std::numeric_limits<double>::max();

Error out_of_range(const Bounded &number)
{
    const std::string range = number.high == 1  ? "from 0 to 1"
                              : number.low == 0 ? "of at least 0"
                                                : "of at least 1";
    return {Errc::invalid_argument,
            std::string("`") + number.field + "` is not a number " + range + ".", number.field,
            "Give a number " + range + ", or leave it out."};
}

Result<void> check(const ReportedKnowledge &reported)
{
    const char *field = "knowledge_model_data.units_completed";
    if (!reported.units_completed) return {};
    if (!reported.total_units)
        return Error{Errc::invalid_argument,
                     "`units_completed` says nothing without `total_units`.", field,
                     "Give knowledge_model_data.total_units too, or leave both out."};
    if (*reported.units_completed > *reported.total_units)
        return Error{Errc::invalid_argument,
                     "`units_completed` is more than `total_units`: more units are completed than "
                     "there are.",
                     field, "Give at most as many as total_units."};
    return {};
}

std::optional<double> finite(std::optional<double> value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

} // namespace

Result<void> check(const ModelInputs &inputs)
{
    const auto &[learner, knowledge, engagement, assessment] = inputs;
    const std::array numbers{
        Bounded{"learner_model_data.learner_model_weight", learner.learner_model_weight},
        Bounded{"learner_model_data.adaptation_parameters.alpha_baseline", learner.alpha_baseline},
        Bounded{"learner_model_data.adaptation_parameters.beta_exploration",
                learner.beta_exploration},
        Bounded{"knowledge_model_data.units_completed", knowledge.units_completed, 0, unbounded},
        Bounded{"knowledge_model_data.total_units", knowledge.total_units, 1, unbounded},
        Bounded{"knowledge_model_data.prerequisite_satisfaction",
                knowledge.prerequisite_satisfaction},
        Bounded{"engagement_model_data.attention_level", engagement.attention_level},
        Bounded{"engagement_model_data.interaction_quality", engagement.interaction_quality},
        Bounded{"engagement_model_data.flow_state_indicators", engagement.flow_state_indicators},
        Bounded{"assessment_model_data.competency_score", assessment.competency_score},
        Bounded{"assessment_model_data.skill_demonstration", assessment.skill_demonstration},
        Bounded{"assessment_model_data.learning_evidence_strength",
                assessment.learning_evidence_strength},
    };
    for (const Bounded &number : numbers)
        if (number.value && !within(*number.value, number.low, number.high))
            return out_of_range(number);
    return check(knowledge);
}

std::optional<double> learner_reading(const ReportedLearner &reported)
{
    const auto weight = finite(reported.learner_model_weight);
    const auto alpha = finite(reported.alpha_baseline);
    if (!weight && !alpha) return std::nullopt;
    const double half_alpha = alpha.value_or(AdaptationParameters{}.alpha_baseline) * .5;
    return std::clamp((weight.value_or(default_learner_weight) + half_alpha) / 1.5, 0., 1.);
}

std::optional<double> knowledge_reading(const ReportedKnowledge &reported)
{
    const auto completed = finite(reported.units_completed);
    const auto total = finite(reported.total_units);
    const auto satisfied = finite(reported.prerequisite_satisfaction);
    if (!completed && !total && !satisfied) return std::nullopt;
    const double completion = completed.value_or(0) / std::max(total.value_or(1), 1.);
    return std::clamp((completion + satisfied.value_or(.5)) / 2, 0., 1.);
}

} // namespace mvr::learning
