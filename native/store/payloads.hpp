#pragma once

#include "learning/ability.hpp"
#include "learning/decision.hpp"
#include "learning/events.hpp"
#include "learning/knowledge.hpp"
#include "store/event.hpp"
#include "store/event_types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mvr::store {

// The payload of each event type, stated once. `to_json` writes the current schema; `from_json`
// never fails: a member that it does not know is ignored, one that is missing or of the wrong type
// is default. Results of computation stand in the payload, so that replay computes nothing.
//
// Thread: any; all are plain values.

struct ProfileSet {
    static constexpr std::string_view type = event_type::learner_profile_set;
    static constexpr int version = 1;
    std::string learner_id;
    Json static_profile = Json::object();
    Json dynamic_profile = Json::object();
    double learner_model_weight = 0.35; ///< [0.1, 0.6]
    double alpha_baseline = 0.7;
    double beta_exploration = 0.15;

    Json to_json() const;
    static ProfileSet from_json(const Json &json);
};

struct KnowledgeStructureDefined {
    static constexpr std::string_view type = event_type::knowledge_structure_defined;
    static constexpr int version = 1;
    std::string domain_id;
    Json content_architecture = Json::object();

    Json to_json() const;
    static KnowledgeStructureDefined from_json(const Json &json);
};

struct SessionStarted {
    static constexpr std::string_view type = event_type::session_started;
    static constexpr int version = 1;
    std::string session_id;
    std::string learner_id;
    std::string unit_id;
    std::string scene;
    std::string resumed_from; ///< the session that this one goes on from; may be empty

    Json to_json() const;
    static SessionStarted from_json(const Json &json);
};

struct SessionEnded {
    static constexpr std::string_view type = event_type::session_ended;
    static constexpr int version = 1;
    std::string session_id;
    std::string reason; ///< "completed", "stopped", "interrupted" …

    Json to_json() const;
    static SessionEnded from_json(const Json &json);
};

struct AssessmentEvaluated {
    static constexpr std::string_view type = event_type::assessment_evaluated;
    static constexpr int version = 1;
    std::string session_id;
    std::string unit_id;
    std::string checkpoint_id;
    std::string objective;
    std::string assessment_type; ///< formative, authentic, competency
    std::string skill;
    std::string provenance = "observed"; ///< "observed" counts as evidence, "reported" does not
    bool passed = false;
    double score = 0;               ///< [0, 1]
    Json evidence = Json::object(); ///< measured values
    std::vector<std::string> unmet; ///< the conditions that were not met, in words
    Json performance_data =
        Json::object(); ///< as the client reported it; never mixed with evidence
    std::optional<learning::SkillState> skill_after;
    std::optional<learning::Ability> ability_after;
    std::optional<double> innovation; ///< by how much this try surprised the model, standardised
    bool unit_passed = false;         ///< every checkpoint of the unit has been passed by now
    Json activity = Json::object();   ///< what was observed of the learner's activity meanwhile

    Json to_json() const;
    static AssessmentEvaluated from_json(const Json &json);
};

struct PerformanceReported {
    static constexpr std::string_view type = event_type::performance_reported;
    static constexpr int version = 1;
    std::string session_id;
    std::string checkpoint_id;
    std::string assessment_type;
    Json performance_data = Json::object();

    Json to_json() const;
    static PerformanceReported from_json(const Json &json);
};

struct EngagementReported {
    static constexpr std::string_view type = event_type::engagement_reported;
    static constexpr int version = 1;
    std::string session_id;
    Json interaction_data = Json::object();
    std::optional<double> score; ///< [0, 1]

    Json to_json() const;
    static EngagementReported from_json(const Json &json);
};

struct InteractionReported {
    static constexpr std::string_view type = event_type::interaction_reported;
    static constexpr int version = 1;
    std::string session_id;
    Json interaction_data = Json::object();
    std::optional<double> spatial_reasoning_score; ///< [0, 1]
    std::optional<double> tool_usage_efficiency;   ///< [0, 1]

    Json to_json() const;
    static InteractionReported from_json(const Json &json);
};

struct TransitionDecided {
    static constexpr std::string_view type = event_type::transition_decided;
    static constexpr int version = 1;
    learning::LearningEvent learning_event =
        learning::LearningEvent::onboarding; ///< in which the decision was made
    Json readings = Json::object();          ///< the four models' values and where they come from
    Json weights = Json::object();
    std::string rule; ///< "gap" or "seed"
    double alpha = 0;
    double beta = 0;
    double epsilon = 0;
    double delta = 0;
    double state_before = 0.5; ///< [0, 1]
    double state_after = 0.5;  ///< [0, 1]
    std::optional<learning::Action> action;
    learning::LearningEvent next_event = learning::LearningEvent::onboarding;
    double confidence = 0; ///< [0, 1]
    std::vector<std::string> reasons;
    std::string reasoning;
    Json evidence = Json::object();
    std::string model_version;
    std::string session_id;
    std::string unit_id;
    std::optional<std::uint64_t> noise_state; ///< of the `seed` rule's ε, after this decision

    Json to_json() const;
    static TransitionDecided from_json(const Json &json);
};

struct SceneAuthored {
    static constexpr std::string_view type = event_type::scene_authored;
    static constexpr int version = 1;
    std::string tool;
    std::string scene;
    std::string unit_id;
    Json changes = Json::object();

    Json to_json() const;
    static SceneAuthored from_json(const Json &json);
};

struct RecordRecovered {
    static constexpr std::string_view type = event_type::record_recovered;
    static constexpr int version = 1;
    std::int64_t damaged_at_sequence = 0;
    std::string reason;
    std::string kept_as; ///< file name, without its folder

    Json to_json() const;
    static RecordRecovered from_json(const Json &json);
};

/// The event that carries `payload`; `learner` is empty for an event of no learner.
template <class Payload> NewEvent new_event(std::string learner, const Payload &payload)
{
    return {std::string(Payload::type), Payload::version, std::move(learner), payload.to_json()};
}

Json to_json(const learning::Ability &ability);
Json to_json(const learning::SkillState &skill);
std::optional<learning::Ability> ability_from_json(const Json &json);
std::optional<learning::SkillState> skill_state_from_json(const Json &json);

} // namespace mvr::store
