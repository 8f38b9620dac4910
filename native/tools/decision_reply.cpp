#include "tools/decision_reply.hpp"

#include "learning/seed_rule.hpp"
#include "learning/words.hpp"
#include "store/event_descriptions.hpp"
#include "tools/vocabulary.hpp"

#include <charconv>
#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

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

Json reading_json(const learning::Reading &reading)
{
    return {{"value", reading.value},
            {"provenance", learning::to_text(learning::provenance_of(reading.source))},
            {"from", learning::to_text(reading.source)}};
}

Json readings_json(const learning::Readings &readings)
{
    return {{"learner", reading_json(readings.learner)},
            {"knowledge", reading_json(readings.knowledge)},
            {"engagement", reading_json(readings.engagement)},
            {"assessment", reading_json(readings.assessment)}};
}

Json weights_json(const learning::ModelWeights &weights)
{
    return {{"learner", weights.learner},
            {"knowledge", weights.knowledge},
            {"engagement", weights.engagement},
            {"assessment", weights.assessment}};
}

Json reasons_json(const std::vector<learning::Reason> &reasons)
{
    Json texts = Json::array();
    for (const learning::Reason &reason : reasons)
        texts.push_back(learning::reason_text(reason));
    return texts;
}

Json next_unit_json(const learning::Decision &decision)
{
    const auto &advice = decision.advice;
    if (!advice.unit) return nullptr;
    return {{"unit_id", advice.unit->unit_id}, {"title", advice.unit->title}};
}

Json parameters_json(const learning::Decision &decision)
{
    Json json = to_json_value(decision.adaptive_parameters);
    if (decision.advice.code == learning::AdviceCode::next_unit && decision.advice.unit)
        json["next_unit"] = decision.advice.unit->unit_id;
    return json;
}

/// The decision in the words of the rule that was asked for.
Json decision_json(const MadeDecision &made)
{
    const learning::Decision &gap = made.decision;
    Json json = {{"recommended_action", learning::to_text(gap.action)},
                 {"confidence_score", gap.confidence},
                 {"reasoning", made.event.reasoning},
                 {"reasons", reasons_json(gap.reasons)},
                 {"next_learning_event", learning::to_text(gap.next_phase)},
                 {"adaptive_parameters", parameters_json(gap)}};
    if (!made.event.seed) return json;
    const store::SeedOutcome &seed = *made.event.seed;
    json["recommended_action"] = learning::to_text(seed.action);
    json["confidence_score"] = seed.confidence;
    json["reasoning"] = learning::seed_reasoning(seed.action);
    json["gated"] = {{"action", learning::to_text(gap.action)},
                     {"reasons", reasons_json(gap.reasons)}};
    return json;
}

Json unit_index_json(const store::LearnerState &learner, const std::string &unit_id)
{
    const learning::UnitModel *unit = learning::find_unit(learner.model, unit_id);
    if (unit == nullptr || !unit->last_step) return nullptr;
    return to_json_value(*unit->last_step);
}

/// With gap also how many steps close half of the distance to what was read.
Json parameters_of(const store::LearnerState &learner,
                   const std::optional<store::SeedOutcome> &seed)
{
    if (seed) return {{"alpha", seed->alpha}, {"beta", seed->beta}};
    const auto parameters = learning::gap_parameters(learner.model);
    return {{"alpha", parameters.alpha},
            {"beta", parameters.beta},
            {"half_life_steps", learning::half_life(parameters.alpha)}};
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

Json short_reply_of(const MadeDecision &made)
{
    const learning::Decision &decision = made.decision;
    return {{"action", learning::to_text(decision.action)},
            {"learner_text", made.event.learner_text},
            {"unit_done", decision.unit_done},
            {"next_unit", next_unit_json(decision)},
            {"advice", learning::to_text(decision.advice.code)},
            {"too_early", decision.too_early},
            {"unchanged", !made.is_new},
            {"adaptive_parameters", parameters_json(decision)}};
}

Json reply_of(const Context &context, const store::LearnerState &learner, const MadeDecision &made)
{
    const learning::Decision &decision = made.decision;
    const auto &seed = made.event.seed;
    const learning::UnitModel *unit = learning::find_unit(learner.model, made.event.unit_id);
    const bool moved = unit != nullptr && unit->last_step.has_value();
    Json reply = short_reply_of(made);
    reply.erase("action");
    reply.erase("advice");
    reply.erase("adaptive_parameters");
    reply.update(
        {{"learner_id", learner.learner_id},
         {"unit_id", made.event.unit_id},
         {"rule", made.event.rule},
         {"transition_decision", decision_json(made)},
         {"transition_state", seed ? seed->state_after : decision.index},
         {"transition_state_before",
          seed ? seed->state_before : (moved ? unit->last_step->before : decision.index)},
         {"integration_result", seed ? seed->delta : (moved ? unit->last_step->delta : 0)},
         {"stochastic_element", seed ? seed->epsilon : (moved ? unit->last_step->epsilon : 0)},
         {"equation_parameters", parameters_of(learner, seed)},
         {"last_step", unit_index_json(learner, made.event.unit_id)},
         {"learning_event", learning::to_text(decision.phase)},
         {"learning_event_from", learning::to_text(decision.phase_source)},
         {"model_weights", weights_json(learning::weights_for(decision.phase))},
         {"model_readings", readings_json(decision.readings)},
         {"evidence", to_json_value(decision.evidence)},
         {"model_version", made.event.model_version},
         {"timestamp", context.timestamp()}});
    return reply;
}

std::vector<Property> decision_members()
{
    return {req("learner_id", string()),
            req("unit_id", string().describe("The unit that this is about")),
            req("rule", string()),
            req("transition_decision", any_object()),
            req("learner_text", string().describe("What to tell the learner; never a probability")),
            req("unit_done", boolean()),
            req("next_unit", any_object().or_null()),
            req("too_early", boolean().describe("Fewer than three tries")),
            req("unchanged", boolean().describe("Nothing new since the unit's last decision")),
            req("transition_state", share()),
            req("transition_state_before", share()),
            req("integration_result", number()),
            req("stochastic_element", number()),
            req("equation_parameters", any_object()),
            req("last_step", any_object().or_null()),
            req("learning_event", string()),
            req("learning_event_from", string()),
            req("model_weights", any_object()),
            req("model_readings", any_object()),
            req("evidence", any_object()),
            req("model_version", string()),
            req("computation_time_ms", number()),
            req("timestamp", timestamp())};
}

} // namespace mvr::tools
