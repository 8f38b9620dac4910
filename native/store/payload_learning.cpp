#include "store/members.hpp"
#include "store/payloads.hpp"

namespace mvr::store {
namespace {

learning::LearningEvent event_member(const Json &json, std::string_view name)
{
    const auto event = learning::learning_event_from_text(text_member(json, name));
    return event ? *event : learning::LearningEvent::onboarding;
}

} // namespace

Json to_json(const learning::Ability &ability)
{
    return {{"theta", ability.theta}, {"variance", ability.variance}};
}

Json to_json(const learning::SkillState &skill)
{
    return {
        {"p_known", skill.p_known}, {"attempts", skill.attempts}, {"successes", skill.successes}};
}

std::optional<learning::Ability> ability_from_json(const Json &json)
{
    const auto theta = optional_number(json, "theta");
    const auto variance = optional_number(json, "variance");
    if (!theta || !variance) return std::nullopt;
    return learning::Ability{*theta, *variance};
}

std::optional<learning::SkillState> skill_state_from_json(const Json &json)
{
    const auto known = optional_number(json, "p_known");
    if (!known) return std::nullopt;
    return learning::SkillState{*known, static_cast<int>(integer_member(json, "attempts")),
                                static_cast<int>(integer_member(json, "successes"))};
}

Json AssessmentEvaluated::to_json() const
{
    Json json = {{"session_id", session_id},
                 {"unit_id", unit_id},
                 {"checkpoint_id", checkpoint_id},
                 {"objective", objective},
                 {"assessment_type", assessment_type},
                 {"skill", skill},
                 {"provenance", provenance},
                 {"passed", passed},
                 {"score", score},
                 {"evidence", evidence},
                 {"unmet", unmet},
                 {"performance_data", performance_data},
                 {"activity", activity}};
    if (skill_after) json["skill_after"] = store::to_json(*skill_after);
    if (ability_after) json["ability_after"] = store::to_json(*ability_after);
    set_if(json, "innovation", innovation);
    json["unit_passed"] = unit_passed;
    return json;
}

AssessmentEvaluated AssessmentEvaluated::from_json(const Json &json)
{
    AssessmentEvaluated evaluated;
    evaluated.session_id = text_member(json, "session_id");
    evaluated.unit_id = text_member(json, "unit_id");
    evaluated.checkpoint_id = text_member(json, "checkpoint_id");
    evaluated.objective = text_member(json, "objective");
    evaluated.assessment_type = text_member(json, "assessment_type");
    evaluated.skill = text_member(json, "skill");
    // Where a score comes from must be said; silence is not observation.
    evaluated.provenance = text_member(json, "provenance", "unknown");
    evaluated.passed = flag_member(json, "passed");
    evaluated.score = number_member(json, "score");
    evaluated.evidence = json_member(json, "evidence");
    evaluated.unmet = texts_member(json, "unmet");
    evaluated.performance_data = json_member(json, "performance_data");
    evaluated.skill_after = skill_state_from_json(json_member(json, "skill_after"));
    evaluated.ability_after = ability_from_json(json_member(json, "ability_after"));
    evaluated.innovation = optional_number(json, "innovation");
    evaluated.unit_passed = flag_member(json, "unit_passed");
    evaluated.activity = json_member(json, "activity");
    return evaluated;
}

Json TransitionDecided::to_json() const
{
    Json json = {{"learning_event", learning::to_text(learning_event)},
                 {"readings", readings},
                 {"weights", weights},
                 {"rule", rule},
                 {"alpha", alpha},
                 {"beta", beta},
                 {"epsilon", epsilon},
                 {"delta", delta},
                 {"state_before", state_before},
                 {"state_after", state_after},
                 {"next_event", learning::to_text(next_event)},
                 {"confidence", confidence},
                 {"reasons", reasons},
                 {"reasoning", reasoning},
                 {"evidence", evidence},
                 {"model_version", model_version},
                 {"session_id", session_id},
                 {"unit_id", unit_id}};
    if (action) json["action"] = learning::to_text(*action);
    set_if(json, "noise_state", noise_state);
    return json;
}

TransitionDecided TransitionDecided::from_json(const Json &json)
{
    TransitionDecided decided;
    decided.learning_event = event_member(json, "learning_event");
    decided.readings = json_member(json, "readings");
    decided.weights = json_member(json, "weights");
    decided.rule = text_member(json, "rule");
    decided.alpha = number_member(json, "alpha");
    decided.beta = number_member(json, "beta");
    decided.epsilon = number_member(json, "epsilon");
    decided.delta = number_member(json, "delta");
    decided.state_before = number_member(json, "state_before", decided.state_before);
    decided.state_after = number_member(json, "state_after", decided.state_before);
    if (const auto action = learning::action_from_text(text_member(json, "action"))) {
        decided.action = *action;
    }
    decided.next_event = event_member(json, "next_event");
    decided.confidence = number_member(json, "confidence");
    decided.reasons = texts_member(json, "reasons");
    decided.reasoning = text_member(json, "reasoning");
    decided.evidence = json_member(json, "evidence");
    decided.model_version = text_member(json, "model_version");
    decided.session_id = text_member(json, "session_id");
    decided.unit_id = text_member(json, "unit_id");
    const Json *noise = member(json, "noise_state");
    if (noise && noise->is_number_integer()) decided.noise_state = noise->get<std::uint64_t>();
    return decided;
}

} // namespace mvr::store
