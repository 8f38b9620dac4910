#include "tools/decision_reply.hpp"

#include "learning/decision_text.hpp"
#include "learning/seed_rule.hpp"

#include <charconv>
#include <utility>

namespace mvr::tools {
namespace {

/// Goes into every recorded decision; raise it when the decision's arithmetic changes.
constexpr auto model_version = "gap-bkt-2";

/// Each learner has an own, repeatable sequence: it starts from the pseudonym (hexadecimal).
std::uint64_t first_noise(const Context &context, const std::string &learner)
{
    const std::string digits = context.record->pseudonym(learner).substr(0, 16);
    std::uint64_t state = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), state, 16);
    return state;
}

MadeDecision made_of(const store::LearnerState &learner, const DecisionRequest &request,
                     std::string_view rule, learning::Decision decision)
{
    MadeDecision made;
    made.event.session_id = request.session_id;
    made.event.unit_id = request.unit_id;
    made.event.rule = rule;
    made.event.decided = {decision,
                          learning::basis_now(learner.model, request.unit_id, request.context)};
    made.event.learner_text = learning::learner_text(decision);
    made.event.reasoning = learning::instructor_text(decision);
    made.event.model_version = model_version;
    made.is_new = !decision.unchanged;
    made.decision = std::move(decision);
    return made;
}

ReadingReply reading_reply(const learning::Reading &reading)
{
    return {reading.value, std::string(learning::to_text(learning::provenance_of(reading.source))),
            std::string(learning::to_text(reading.source))};
}

ReadingsReply readings_reply(const learning::Readings &readings)
{
    return {reading_reply(readings.learner), reading_reply(readings.knowledge),
            reading_reply(readings.engagement), reading_reply(readings.assessment)};
}

std::vector<std::string> reason_texts(const std::vector<learning::Reason> &reasons)
{
    std::vector<std::string> texts;
    texts.reserve(reasons.size());
    for (const learning::Reason &reason : reasons)
        texts.push_back(learning::reason_text(reason));
    return texts;
}

AdaptiveParametersReply parameters_reply(const learning::Decision &decision)
{
    AdaptiveParametersReply reply{decision.adaptive_parameters, {}};
    if (decision.advice.code == learning::AdviceCode::next_unit && decision.advice.unit)
        reply.next_unit = decision.advice.unit->unit_id;
    return reply;
}

/// The decision in the words of the rule that was asked for.
TransitionDecisionReply transition_reply(const MadeDecision &made)
{
    const learning::Decision &gap = made.decision;
    TransitionDecisionReply reply{gap.action,
                                  gap.confidence,
                                  made.event.reasoning,
                                  reason_texts(gap.reasons),
                                  gap.next_phase,
                                  parameters_reply(gap),
                                  {}};
    if (!made.event.seed) return reply;
    const store::SeedOutcome &seed = *made.event.seed;
    reply.recommended_action = seed.action;
    reply.confidence_score = seed.confidence;
    reply.reasoning = learning::seed_reasoning(seed.action);
    reply.gated = GatedDecision{gap.action, reason_texts(gap.reasons)};
    return reply;
}

EquationParameters parameters_of(const store::LearnerState &learner,
                                 const std::optional<store::SeedOutcome> &seed)
{
    if (seed) return {seed->alpha, seed->beta, {}};
    const auto parameters = learning::gap_parameters(learner.model);
    return {parameters.alpha, parameters.beta, learning::half_life(parameters.alpha)};
}

} // namespace

Result<MadeDecision> decide_by_gap(const store::LearnerState &learner,
                                   const DecisionRequest &request)
{
    auto decision = learning::decide(learner.model, request.unit_id, request.context);
    if (!decision) {
        Error error = std::move(decision).error();
        if (!error.field.empty()) error.field = "model_inputs." + error.field;
        return error;
    }
    return made_of(learner, request, "gap", *std::move(decision));
}

Result<MadeDecision> decide_by_seed(const Context &context, const store::LearnerState &learner,
                                    const DecisionRequest &request)
{
    const auto seed = learning::decide_by_seed(learner.model, request.unit_id, request.context,
                                               first_noise(context, learner.learner_id));
    MadeDecision made = made_of(learner, request, "seed", seed.gap);
    made.is_new = true; // its ∂ moves with each call, as the specification has it
    made.event.seed =
        store::SeedOutcome{seed.state_before, seed.step.state,       seed.step.delta,
                           seed.step.epsilon, seed.parameters.alpha, seed.parameters.beta,
                           seed.action,       seed.confidence,       seed.state.noise};
    return made;
}

UnitDecisionReply unit_decision_reply(const MadeDecision &made)
{
    const learning::Decision &decision = made.decision;
    return {decision.action,      made.event.learner_text,   decision.unit_done,
            decision.advice.unit, decision.advice.code,      decision.too_early,
            !made.is_new,         parameters_reply(decision)};
}

DecisionReply decision_reply(const Context &context, const store::LearnerState &learner,
                             const MadeDecision &made)
{
    const learning::Decision &decision = made.decision;
    const auto &seed = made.event.seed;
    const learning::UnitModel *unit = learning::find_unit(learner.model, made.event.unit_id);
    DecisionReply reply;
    if (unit != nullptr && unit->last_step) reply.last_step = *unit->last_step;
    const learning::IndexStep *step = reply.last_step ? &*reply.last_step : nullptr;
    reply.learner_id = learner.learner_id;
    reply.unit_id = made.event.unit_id;
    reply.rule = seed ? Rule::seed : Rule::gap;
    reply.transition_decision = transition_reply(made);
    reply.learner_text = made.event.learner_text;
    reply.unit_done = decision.unit_done;
    reply.next_unit = decision.advice.unit;
    reply.too_early = decision.too_early;
    reply.unchanged = !made.is_new;
    reply.transition_state = seed ? seed->state_after : decision.index;
    reply.transition_state_before =
        seed ? seed->state_before : (step ? step->before : decision.index);
    reply.integration_result = seed ? seed->delta : (step ? step->delta : 0);
    reply.stochastic_element = seed ? seed->epsilon : (step ? step->epsilon : 0);
    reply.equation_parameters = parameters_of(learner, seed);
    reply.learning_event = decision.phase;
    reply.learning_event_from = decision.phase_source;
    reply.model_weights = learning::weights_for(decision.phase);
    reply.model_readings = readings_reply(decision.readings);
    reply.evidence = decision.evidence;
    reply.model_version = made.event.model_version;
    reply.timestamp = context.timestamp();
    return reply;
}

} // namespace mvr::tools
