#pragma once

#include "learning/ability.hpp"
#include "learning/decision.hpp"
#include "learning/events.hpp"
#include "learning/knowledge.hpp"
#include "store/event.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mvr::store {

/// What a learner did in one unit.
struct UnitProgress {
    int attempts = 0;      ///< evaluations in the scene
    bool passed = false;   ///< every checkpoint was passed, observed
    double best_score = 0; ///< [0, 1]
    double last_score = 0; ///< [0, 1]
    std::string last_checkpoint;
    std::set<std::string> passed_checkpoints;    ///< passed at least once, observed
    std::optional<learning::Action> last_action; ///< decided in this unit
};

/// How much was observed for one skill; reported numbers do not count.
struct SkillEvidence {
    int observations = 0;
    int successes = 0;
    std::map<std::string, int> items; ///< checkpoint → how often it was evaluated
};

struct Session {
    std::string unit_id;
    std::string scene;
    std::string resumed_from;
    TimeMs started_ms = 0;
    std::optional<TimeMs> ended_ms; ///< empty while it runs, or when the process died in it
    bool interrupted = false;       ///< ended without the learner's doing
    std::string reason;
};

/// Everything that the record says of one learner.
struct LearnerState {
    std::string learner_id;
    std::string pseudonym;
    bool has_profile = false;
    Json static_profile = Json::object();
    Json dynamic_profile = Json::object();
    double learner_model_weight = 0.35;
    double alpha_baseline = 0.7;
    double beta_exploration = 0.15;

    learning::Ability ability;
    std::map<std::string, learning::SkillState> skills;
    std::map<std::string, SkillEvidence> evidence; ///< by skill
    double transition_state = 0.5;                 ///< ∂, [0, 1]
    learning::LearningEvent event = learning::LearningEvent::onboarding;
    std::optional<learning::Action> last_action;
    std::optional<double> last_innovation; ///< of the latest observed try, until a decision uses it
    std::optional<std::uint64_t> noise_state; ///< of the `seed` rule's ε

    std::map<std::string, UnitProgress> units;
    std::map<std::string, Session> sessions;
    std::vector<Json> decisions; ///< the latest `recent_decisions`, oldest first, as recorded
    Json reported_engagement;    ///< the latest report, null when there is none
    Json reported_interaction;   ///< the latest report, null when there is none
    Json reported_performance;   ///< the latest report, null when there is none
    Json observed_activity;      ///< of the latest observed evaluation, null when there is none

    TimeMs first_seen_ms = 0;
    TimeMs last_seen_ms = 0;

    /// Id of the session that is running (started last, not ended); empty when there is none.
    std::string open_session() const;
};

inline constexpr std::size_t recent_decisions = 50;

/// As JSON: equal states give equal text.
Json to_json(const UnitProgress &unit);
Json to_json(const SkillEvidence &evidence);
Json to_json(const Session &session);
Json to_json(const LearnerState &state);

} // namespace mvr::store
