#include "store/payloads.hpp"

#include "store/members.hpp"

namespace mvr::store {

Json ProfileSet::to_json() const
{
    return {{"learner_id", learner_id},           {"static_profile", static_profile},
            {"dynamic_profile", dynamic_profile}, {"learner_model_weight", learner_model_weight},
            {"alpha_baseline", alpha_baseline},   {"beta_exploration", beta_exploration}};
}

ProfileSet ProfileSet::from_json(const Json &json)
{
    ProfileSet profile;
    profile.learner_id = text_member(json, "learner_id");
    profile.static_profile = json_member(json, "static_profile");
    profile.dynamic_profile = json_member(json, "dynamic_profile");
    profile.learner_model_weight =
        number_member(json, "learner_model_weight", profile.learner_model_weight);
    profile.alpha_baseline = number_member(json, "alpha_baseline", profile.alpha_baseline);
    profile.beta_exploration = number_member(json, "beta_exploration", profile.beta_exploration);
    return profile;
}

Json KnowledgeStructureDefined::to_json() const
{
    return {{"domain_id", domain_id}, {"content_architecture", content_architecture}};
}

KnowledgeStructureDefined KnowledgeStructureDefined::from_json(const Json &json)
{
    return {text_member(json, "domain_id"), json_member(json, "content_architecture")};
}

Json SessionStarted::to_json() const
{
    return {{"session_id", session_id},
            {"learner_id", learner_id},
            {"unit_id", unit_id},
            {"scene", scene},
            {"resumed_from", resumed_from}};
}

SessionStarted SessionStarted::from_json(const Json &json)
{
    return {text_member(json, "session_id"), text_member(json, "learner_id"),
            text_member(json, "unit_id"), text_member(json, "scene"),
            text_member(json, "resumed_from")};
}

Json SessionEnded::to_json() const { return {{"session_id", session_id}, {"reason", reason}}; }

SessionEnded SessionEnded::from_json(const Json &json)
{
    return {text_member(json, "session_id"), text_member(json, "reason")};
}

Json PerformanceReported::to_json() const
{
    return {{"session_id", session_id},
            {"checkpoint_id", checkpoint_id},
            {"assessment_type", assessment_type},
            {"performance_data", performance_data}};
}

PerformanceReported PerformanceReported::from_json(const Json &json)
{
    return {text_member(json, "session_id"), text_member(json, "checkpoint_id"),
            text_member(json, "assessment_type"), json_member(json, "performance_data")};
}

Json EngagementReported::to_json() const
{
    Json json = {{"session_id", session_id}, {"interaction_data", interaction_data}};
    set_if(json, "score", score);
    return json;
}

EngagementReported EngagementReported::from_json(const Json &json)
{
    return {text_member(json, "session_id"), json_member(json, "interaction_data"),
            optional_number(json, "score")};
}

Json InteractionReported::to_json() const
{
    Json json = {{"session_id", session_id}, {"interaction_data", interaction_data}};
    set_if(json, "spatial_reasoning_score", spatial_reasoning_score);
    set_if(json, "tool_usage_efficiency", tool_usage_efficiency);
    return json;
}

InteractionReported InteractionReported::from_json(const Json &json)
{
    return {text_member(json, "session_id"), json_member(json, "interaction_data"),
            optional_number(json, "spatial_reasoning_score"),
            optional_number(json, "tool_usage_efficiency")};
}

Json SceneAuthored::to_json() const
{
    return {{"tool", tool}, {"scene", scene}, {"unit_id", unit_id}, {"changes", changes}};
}

SceneAuthored SceneAuthored::from_json(const Json &json)
{
    return {text_member(json, "tool"), text_member(json, "scene"), text_member(json, "unit_id"),
            json_member(json, "changes")};
}

Json RecordRecovered::to_json() const
{
    return {{"damaged_at_sequence", damaged_at_sequence}, {"reason", reason}, {"kept_as", kept_as}};
}

RecordRecovered RecordRecovered::from_json(const Json &json)
{
    return {integer_member(json, "damaged_at_sequence"), text_member(json, "reason"),
            text_member(json, "kept_as")};
}

} // namespace mvr::store
