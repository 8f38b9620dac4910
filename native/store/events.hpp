#pragma once

#include "learning/decision.hpp"
#include "learning/ended_try.hpp"
#include "support/json.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mvr::store {

// The kinds of fact that the record knows, each stated once as a struct. Their descriptions (name,
// sentence) stand in event_descriptions.hpp, their names in the record, versions and upcasters in
// event_catalogue.cpp: a new kind is a struct and a description there, a line in the catalogue,
// and a fold function.
//
// Thread: any; all are plain values.

/// A learner's profile as it was stated, and what was computed from it.
struct LearnerProfileSet {
    std::string learner_id;
    Json static_profile = Json::object();
    Json dynamic_profile = Json::object();
    double learner_model_weight = 0.35; ///< [0.1, 0.6]
    double alpha_baseline = 0.7;
    double beta_exploration = 0.15;
};

/// The structure of a learning domain.
struct KnowledgeStructureDefined {
    std::string domain_id;
    Json content_architecture = Json::object();
};

struct SessionStarted {
    std::string session_id;
    std::string learner_id;
    std::string unit_id;
    std::string scene;
    std::string resumed_from; ///< the session that this one goes on from; may be empty
    /// Of the unit, as its author chose.
    learning::LearningPhase learning_event = learning::LearningPhase::onboarding;
};

struct SessionEnded {
    std::string session_id;
    std::string reason; ///< "completed", "stopped", "interrupted" …
};

/// What was observed of a learner's work, as sums since the unit began.
struct ObservedActivitySums {
    int changes = 0;
    int view_changes = 0;
    int moves = 0;
    std::map<std::string, int> moves_by_object;
    double active_seconds = 0;
    double total_seconds = 0;
    double path_length_m = 0;
    std::optional<double> path_efficiency; ///< [0, 1]
};

/// One performance of one checkpoint that has ended, as it was observed.
struct ObservedTry {
    std::string checkpoint_id;
    std::string objective;
    std::string assessment_type; ///< formative, authentic, competency
    std::string skill;
    std::optional<int> item_difficulty; ///< the author's, 1 to 10
    learning::TryOutcome outcome = learning::TryOutcome::abandoned;
    bool own = false; ///< passed without a last-level hint and without a correction shown in it
    bool last_level_hint = false;
    bool corrected = false;
    int self_corrections = 0;
    double began_seconds = 0; ///< since the unit began
    double ended_seconds = 0;
    double score = 0;               ///< [0, 1]
    Json evidence = Json::object(); ///< measured values
    std::vector<std::string> unmet; ///< the conditions that were not met, as sentences
};

/// One step: the tries that ended together, by one look, one *Done* or by leaving the unit.
struct AssessmentEvaluated {
    std::string session_id;
    std::string unit_id;
    int number = 0;         ///< in its session, from 1; 0 where they were not counted yet
    bool submitted = false; ///< by *Done* or `submit: true`; else by a look
    std::vector<ObservedTry> tries;
    std::vector<std::string> unit_checkpoints; ///< all that the unit has, when this happened
    int hints_shown = 0;                       ///< in the unit since the step before
    ObservedActivitySums activity;
};

/// Numbers that a client reported about one checkpoint; never evidence.
struct PerformanceReported {
    std::string session_id;
    std::string checkpoint_id;
    std::string assessment_type;
    Json performance_data = Json::object();
};

struct EngagementReported {
    std::string session_id;
    Json interaction_data = Json::object();
    std::optional<double> score; ///< [0, 1]
};

struct InteractionReported {
    std::string session_id;
    Json interaction_data = Json::object();
    std::optional<double> spatial_reasoning_score; ///< [0, 1]
    std::optional<double> tool_usage_efficiency;   ///< [0, 1]
};

/// A hint that the learner saw.
struct HintShown {
    std::string session_id;
    std::string unit_id;
    int level = 1;
    bool last_level = false; ///< the hint that says how
    bool offered = false;    ///< by itself; else on request
};

/// What the pathway specification's own rule gave, where a caller asked for it.
struct SeedOutcome {
    double state_before = 0.5; ///< ∂ of that rule, [0, 1]
    double state_after = 0.5;
    double delta = 0;
    double epsilon = 0;
    double alpha = 0;
    double beta = 0;
    learning::Action action = learning::Action::continue_current_event;
    double confidence = 0;                    ///< one of its four constants
    std::optional<std::uint64_t> noise_state; ///< of ε's generator, after this decision
};

/// A decision about a unit, with everything that it rests on.
struct TransitionDecided {
    std::string session_id;
    std::string unit_id;
    std::string rule; ///< "gap" or "seed"
    learning::DecidedOn decided;
    std::optional<SeedOutcome> seed;
    std::string learner_text;  ///< what to do next, without a number
    std::string reasoning;     ///< for the instructor, with numbers
    std::string model_version; ///< of the arithmetic
};

/// A running unit was adapted to its learner.
struct SceneAdapted {
    std::string session_id;
    std::string unit_id;
    Json learning_progress = Json::object();
    Json adaptation = Json::object();
    Json changes = Json::array();
};

/// What a tool changed in the author's file; nothing of a learner.
struct SceneAuthored {
    std::string tool;
    std::string scene;
    std::string unit_id;
    Json changes = Json::object();
};

/// The record was found damaged, and what was done.
struct RecordRecovered {
    std::int64_t damaged_at_sequence = 0;
    std::string reason;
    std::string kept_as; ///< file name, without its folder
};

/// A fact that a newer version of this program wrote: kept, exported, passed over by folds.
struct UnknownEvent {
    std::string type;
    int version = 0;
    Json payload;
};

using Payload = std::variant<LearnerProfileSet, KnowledgeStructureDefined, SessionStarted,
                             SessionEnded, AssessmentEvaluated, PerformanceReported,
                             EngagementReported, InteractionReported, HintShown, TransitionDecided,
                             SceneAdapted, SceneAuthored, RecordRecovered, UnknownEvent>;

} // namespace mvr::store
