#include "learning/transition.hpp"
#include "learning/noise.hpp"
#include "learning/weights.hpp"
#include "tools/all.hpp"
#include "tools/readings.hpp"
#include "tools/vocabulary.hpp"

#include <charconv>
#include <chrono>
#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;
using learning::DeltaRule;

/// Goes into every recorded decision; raise it when the decision's arithmetic changes.
constexpr auto model_version = "gap-bkt-1";

Schema model_inputs()
{
    const auto parameters =
        object({opt("alpha_baseline", share()), opt("beta_exploration", share())});
    const auto learner = object(
        {opt("learner_model_weight", share()), opt("adaptation_parameters", parameters.open())});
    const auto knowledge = object({opt("units_completed", integer().between(0, 10'000)),
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

struct Step {
    learning::TransitionInput input;
    learning::TransitionStep result;
    DeltaRule rule = DeltaRule::gap;
    std::optional<std::uint64_t> noise_state;
};

/// Each learner has an own, repeatable sequence: it starts from the pseudonym (hexadecimal) and
/// goes on from the last recorded decision.
std::uint64_t first_noise_state(const store::LearnerState &learner)
{
    const std::string digits = learner.pseudonym.substr(0, 16);
    std::uint64_t state = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), state, 16);
    return state;
}

DeltaRule rule_of(const Json &current_state)
{
    const auto rule =
        learning::delta_rule_from_text(current_state.value("rule", std::string("gap")));
    return rule ? *rule : DeltaRule::gap; // the schema lets nothing else through
}

Step compute(const store::LearnerState &learner, const learning::ModelReadings &readings,
             DeltaRule rule)
{
    const auto parameters =
        learning::equation_parameters(rule, {learner.alpha_baseline, learner.beta_exploration});
    Step step;
    step.rule = rule;
    if (rule == DeltaRule::seed) {
        learning::ExplorationNoise noise(learner.noise_state.value_or(first_noise_state(learner)));
        step.input.epsilon = noise.next();
        step.noise_state = noise.state();
    } else {
        step.input.epsilon = learner.last_innovation.value_or(0);
    }
    step.input.state = learner.transition_state;
    step.input.readings = readings;
    step.input.weights = learning::weights_for(learner.event);
    step.input.alpha = parameters.alpha;
    step.input.beta = parameters.beta;
    step.result = learning::advance_state(rule, step.input);
    return step;
}

Json to_json(const learning::ModelWeights &weights)
{
    return {{"learner", weights.learner},
            {"knowledge", weights.knowledge},
            {"engagement", weights.engagement},
            {"assessment", weights.assessment}};
}

Json to_json(const learning::Evidence &evidence)
{
    return {{"observed_items", evidence.observed_items},
            {"distinct_items", evidence.distinct_items},
            {"observed_successes", evidence.observed_successes},
            {"p_mastered", evidence.p_mastered}};
}

Json to_json(const learning::Decision &decision)
{
    const auto &parameters = decision.adaptive_parameters;
    return {{"recommended_action", learning::to_text(decision.action)},
            {"confidence_score", decision.confidence},
            {"reasoning", decision.reasoning},
            {"reasons", decision.reasons},
            {"next_learning_event", learning::to_text(decision.next_event)},
            {"adaptive_parameters",
             {{"difficulty_adjustment", parameters.difficulty_adjustment},
              {"support_level", parameters.support_level},
              {"pacing_adjustment", parameters.pacing_adjustment},
              {"target_difficulty", decision.target_difficulty}}}};
}

store::TransitionDecided event_of(const store::LearnerState &learner, const Json &current_state,
                                  const Step &step, const SourcedReadings &readings,
                                  const learning::Evidence &evidence,
                                  const learning::Decision &decision)
{
    store::TransitionDecided event;
    event.learning_event = learner.event;
    event.readings = readings.sources;
    event.weights = to_json(step.input.weights);
    event.rule = learning::to_text(step.rule);
    event.alpha = step.input.alpha;
    event.beta = step.input.beta;
    event.epsilon = step.result.epsilon;
    event.delta = step.result.delta;
    event.state_before = step.input.state;
    event.state_after = step.result.state;
    event.action = decision.action;
    event.next_event = decision.next_event;
    event.confidence = decision.confidence;
    event.reasons = decision.reasons;
    event.reasoning = decision.reasoning;
    event.evidence = to_json(evidence);
    event.model_version = model_version;
    event.session_id = text_or_empty(current_state, "session_id");
    event.unit_id = text_or_empty(current_state, "unit_id");
    event.noise_state = step.noise_state;
    return event;
}

Json reply_of(const Context &context, const std::string &learner,
              const store::TransitionDecided &event, const learning::Decision &decision,
              std::chrono::steady_clock::time_point began)
{
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    return {{"learner_id", learner},
            {"transition_state", event.state_after},
            {"transition_state_before", event.state_before},
            {"transition_decision", to_json(decision)},
            {"integration_result", event.delta},
            {"stochastic_element", event.epsilon},
            {"computation_time_ms", took.count()},
            {"learning_event", learning::to_text(event.learning_event)},
            {"model_weights", event.weights},
            {"model_readings", event.readings},
            {"equation_parameters", {{"alpha", event.alpha}, {"beta", event.beta}}},
            {"rule", event.rule},
            {"evidence", event.evidence},
            {"model_version", event.model_version},
            {"timestamp", context.timestamp()}};
}

Result<Json> decide(const Context &context, const Json &arguments)
{
    const auto began = std::chrono::steady_clock::now();
    auto known = known_learner(context, arguments.at("learner_id"));
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    const Json &current_state = arguments.at("current_state");
    if (current_state.contains("session_id")) {
        auto owner = owner_of_session(context, current_state.at("session_id"));
        if (!owner) return owner.error();
    }
    const auto readings = read_models(learner, arguments.at("model_inputs"));
    const Step step = compute(learner, readings.values, rule_of(current_state));
    learning::DecisionInput input;
    input.state = step.result.state;
    input.event = learner.event;
    input.previous = learner.last_action;
    input.evidence = observed_evidence(learner);
    input.ability = learner.ability;
    const auto decision = learning::decide(input);
    const auto event = event_of(learner, current_state, step, readings, input.evidence, decision);
    Json reply = reply_of(context, learner.learner_id, event, decision, began);
    return with_recording(std::move(reply),
                          context.ledger->record(store::new_event(learner.learner_id, event)));
}

} // namespace

void add_transition_tool(ToolTable &table, const Context &context)
{
    const auto current_state =
        object({opt("session_id", session_id()), opt("unit_id", unit_id()),
                opt("learning_event", learning_event().describe("Reported; the record's counts")),
                opt("rule", string().one_of({"gap", "seed"}).describe("Default: gap"))});
    table.add({
        .name = "make_transition_decision",
        .title = "Decide what comes next",
        .description =
            "One step of the learning equation for this learner, and what follows from it "
            "with reasons. Advancing needs observed evidence, not only the index.",
        .input_schema =
            object({req("learner_id", learner_id()), req("current_state", current_state.open()),
                    req("model_inputs", model_inputs())}),
        .output_schema = or_error(recorded_result(
            {req("learner_id", string()), req("transition_state", share()),
             req("transition_state_before", share()), req("transition_decision", any_object()),
             req("integration_result", number()), req("stochastic_element", number()),
             req("computation_time_ms", number()), req("learning_event", string()),
             req("model_weights", any_object()), req("model_readings", any_object()),
             req("equation_parameters", any_object()), req("rule", string()),
             req("evidence", any_object()), req("model_version", string()),
             req("timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &arguments) { return decide(context, arguments); },
    });
}

} // namespace mvr::tools
