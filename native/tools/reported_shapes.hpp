#pragma once

// What clients report: the specification's `model_inputs` and metrics of interaction.

#include "learning/model_inputs.hpp"
#include "learning/spatial.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"

#include <optional>

namespace mvr::tools {

struct ReportedParameters {
    std::optional<double> alpha_baseline;
    std::optional<double> beta_exploration;
};
struct ReportedLearnerData {
    std::optional<double> learner_model_weight;
    ReportedParameters adaptation_parameters;
};
struct ReportedKnowledgeData {
    std::optional<std::int64_t> units_completed;
    std::optional<std::int64_t> total_units;
    std::optional<double> prerequisite_satisfaction;
};
struct ReportedInputs {
    ReportedLearnerData learner_model_data;
    ReportedKnowledgeData knowledge_model_data;
    learning::ReportedEngagement engagement_model_data;
    learning::ReportedAssessment assessment_model_data;
};

/// As the models take them.
learning::ModelInputs model_inputs(const ReportedInputs &reported);

struct ReportedInteraction {
    learning::ViewportNavigation viewport_navigation;
    learning::ObjectManipulation object_manipulation;
    learning::ToolUsage tool_usage;
    AnyObject spatial_reasoning;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ReportedParameters> {
    using T = tools::ReportedParameters;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"alpha_baseline", &T::alpha_baseline, "", tools::share},
        Member{"beta_exploration", &T::beta_exploration, "", tools::share}};
};

template <> struct Description<tools::ReportedLearnerData> {
    using T = tools::ReportedLearnerData;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"learner_model_weight", &T::learner_model_weight, "", tools::share},
        Member{"adaptation_parameters", &T::adaptation_parameters, "", or_default}};
};

template <> struct Description<tools::ReportedKnowledgeData> {
    using T = tools::ReportedKnowledgeData;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"units_completed", &T::units_completed, "Needs total_units", numbers(0, 10'000)},
        Member{"total_units", &T::total_units, "", numbers(1, 10'000)},
        Member{"prerequisite_satisfaction", &T::prerequisite_satisfaction, "", tools::share}};
};

template <> struct Description<learning::ReportedEngagement> {
    using T = learning::ReportedEngagement;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"attention_level", &T::attention_level, "", tools::share},
        Member{"interaction_quality", &T::interaction_quality, "", tools::share},
        Member{"flow_state_indicators", &T::flow_state_indicators, "", tools::share}};
};

template <> struct Description<learning::ReportedAssessment> {
    using T = learning::ReportedAssessment;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"competency_score", &T::competency_score, "", tools::share},
        Member{"skill_demonstration", &T::skill_demonstration, "", tools::share},
        Member{"learning_evidence_strength", &T::learning_evidence_strength, "", tools::share}};
};

template <> struct Description<tools::ReportedInputs> {
    using T = tools::ReportedInputs;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"learner_model_data", &T::learner_model_data, "", or_default},
        Member{"knowledge_model_data", &T::knowledge_model_data, "", or_default},
        Member{"engagement_model_data", &T::engagement_model_data, "", or_default},
        Member{"assessment_model_data", &T::assessment_model_data, "", or_default}};
};

template <> struct Description<learning::ViewportNavigation> {
    using T = learning::ViewportNavigation;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"path_efficiency", &T::path_efficiency, "", tools::share},
        Member{"rotation_smoothness", &T::rotation_smoothness, "", tools::share},
        Member{"zoom_appropriateness", &T::zoom_appropriateness, "", tools::share}};
};

template <> struct Description<learning::ObjectManipulation> {
    using T = learning::ObjectManipulation;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"selection_accuracy", &T::selection_accuracy, "", tools::share},
        Member{"transformation_precision", &T::transformation_precision, "", tools::share},
        Member{"workflow_efficiency", &T::workflow_efficiency, "", tools::share}};
};

template <> struct Description<learning::ToolUsage> {
    using T = learning::ToolUsage;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"appropriate_tool_selection", &T::appropriate_tool_selection, "", tools::share},
        Member{"tool_mastery_level", &T::tool_mastery_level, "", tools::share},
        Member{"workflow_optimization", &T::workflow_optimization, "", tools::share}};
};

template <> struct Description<tools::ReportedInteraction> {
    using T = tools::ReportedInteraction;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"viewport_navigation", &T::viewport_navigation, "", or_default},
        Member{"object_manipulation", &T::object_manipulation, "", or_default},
        Member{"tool_usage", &T::tool_usage, "", or_default},
        Member{"spatial_reasoning", &T::spatial_reasoning, "", or_default}};
};

} // namespace mvr
