#include "tools/model_inputs.hpp"

#include "tools/vocabulary.hpp"

#include <optional>

namespace mvr::tools {
namespace {

using namespace mcp;

std::optional<double> number_of(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() ? std::nullopt : std::optional<double>(found->get<double>());
}

learning::ModelInputs inputs_of(const Json &json)
{
    const Json &learner = object_or_empty(json, "learner_model_data");
    const Json &parameters = object_or_empty(learner, "adaptation_parameters");
    const Json &knowledge = object_or_empty(json, "knowledge_model_data");
    const Json &engagement = object_or_empty(json, "engagement_model_data");
    const Json &assessment = object_or_empty(json, "assessment_model_data");
    return {{number_of(learner, "learner_model_weight"), number_of(parameters, "alpha_baseline"),
             number_of(parameters, "beta_exploration")},
            {number_of(knowledge, "units_completed"), number_of(knowledge, "total_units"),
             number_of(knowledge, "prerequisite_satisfaction")},
            {number_of(engagement, "attention_level"), number_of(engagement, "interaction_quality"),
             number_of(engagement, "flow_state_indicators")},
            {number_of(assessment, "competency_score"),
             number_of(assessment, "skill_demonstration"),
             number_of(assessment, "learning_evidence_strength")}};
}

} // namespace

Schema model_inputs()
{
    const auto parameters =
        object({opt("alpha_baseline", share()), opt("beta_exploration", share())});
    const auto learner = object(
        {opt("learner_model_weight", share()), opt("adaptation_parameters", parameters.open())});
    const auto knowledge =
        object({opt("units_completed", integer().between(0, 10'000).describe("Needs total_units")),
                opt("total_units", integer().between(1, 10'000)),
                opt("prerequisite_satisfaction", share())});
    const auto engagement =
        object({opt("attention_level", share()), opt("interaction_quality", share()),
                opt("flow_state_indicators", share())});
    const auto assessment =
        object({opt("competency_score", share()), opt("skill_demonstration", share()),
                opt("learning_evidence_strength", share())});
    return object({opt("learner_model_data", learner.open()),
                   opt("knowledge_model_data", knowledge.open()),
                   opt("engagement_model_data", engagement.open()),
                   opt("assessment_model_data", assessment.open())})
        .open()
        .describe("Numbers that you report; each is used only where nothing was observed");
}

learning::DecisionContext decision_context(const Json &current_state, const Json &model_inputs)
{
    learning::DecisionContext context;
    if (const auto phase =
            learning::learning_phase_from_text(text_or_empty(current_state, "learning_event"))) {
        context.learning_event = *phase;
    }
    context.inputs = inputs_of(model_inputs);
    // Members stand sorted, so equal reports give equal text. An empty part says nothing.
    Json said = Json::object();
    for (const auto &[name, part] : model_inputs.items())
        if (!part.is_object() || !part.empty()) said[name] = part;
    if (said.empty() && !context.learning_event) return context;
    context.inputs_digest = text_or_empty(current_state, "learning_event") + to_text(said);
    return context;
}

} // namespace mvr::tools
