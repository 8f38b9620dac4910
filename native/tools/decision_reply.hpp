#pragma once

// Decisions as tools make, record and reply them.

#include "learning/decision.hpp"
#include "store/decision_description.hpp"
#include "store/events.hpp"
#include "store/state.hpp"
#include "support/describe.hpp"
#include "support/result.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"
#include "tools/context.hpp"
#include "tools/record_outcome.hpp"
#include "tools/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

/// What is decided about, and what the caller and the lesson say.
struct DecisionRequest {
    std::string session_id;
    std::string unit_id;
    learning::DecisionContext context;
};

struct MadeDecision {
    store::TransitionDecided event;
    learning::Decision decision; ///< by gap
    bool is_new = true;          ///< else it is the unit's last decision again, not recorded anew
};

/// Errors: Errc::invalid_argument for reports that contradict themselves; `field` names them.
Result<MadeDecision> decide_by_gap(const store::LearnerState &learner,
                                   const DecisionRequest &request);
Result<MadeDecision> decide_by_seed(const Context &context, const store::LearnerState &learner,
                                    const DecisionRequest &request);

struct AdaptiveParametersReply : learning::AdaptiveParameters {
    std::optional<std::string> next_unit;
};

/// What a learner's panel needs of a decision.
struct UnitDecisionReply {
    learning::Action action{};
    std::string learner_text;
    bool unit_done = false;
    OrNull<learning::UnitName> next_unit;
    learning::AdviceCode advice{};
    bool too_early = false;
    bool unchanged = false;
    AdaptiveParametersReply adaptive_parameters;
};
UnitDecisionReply unit_decision_reply(const MadeDecision &made);

/// What the rule gap says beside a decision of the rule seed.
struct GatedDecision {
    learning::Action action{};
    std::vector<std::string> reasons;
};
struct TransitionDecisionReply {
    learning::Action recommended_action{};
    double confidence_score = 0;
    std::string reasoning;
    std::vector<std::string> reasons;
    learning::LearningPhase next_learning_event{};
    AdaptiveParametersReply adaptive_parameters;
    std::optional<GatedDecision> gated;
};
struct ReadingReply {
    double value = 0;
    std::string provenance;
    std::string from;
};
struct ReadingsReply {
    ReadingReply learner, knowledge, engagement, assessment;
};
/// With gap also how many steps close half of the distance to what was read.
struct EquationParameters {
    double alpha = 0;
    double beta = 0;
    std::optional<double> half_life_steps;
};

/// The reply of make_transition_decision.
struct DecisionReply : RecordOutcome {
    std::string learner_id;
    std::string unit_id;
    Rule rule{};
    TransitionDecisionReply transition_decision;
    std::string learner_text;
    bool unit_done = false;
    OrNull<learning::UnitName> next_unit;
    bool too_early = false;
    bool unchanged = false;
    double transition_state = 0;
    double transition_state_before = 0;
    double integration_result = 0;
    double stochastic_element = 0;
    EquationParameters equation_parameters;
    OrNull<learning::IndexStep> last_step;
    learning::LearningPhase learning_event{};
    learning::PhaseSource learning_event_from{};
    learning::ModelWeights model_weights;
    ReadingsReply model_readings;
    learning::Evidence evidence;
    std::string model_version;
    double computation_time_ms = 0;
    std::string timestamp;
};
DecisionReply decision_reply(const Context &context, const store::LearnerState &learner,
                             const MadeDecision &made);

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::AdaptiveParametersReply> {
    using T = tools::AdaptiveParametersReply;
    static constexpr auto members =
        std::tuple_cat(Description<learning::AdaptiveParameters>::members,
                       std::tuple{Member{"next_unit", &T::next_unit, ""}});
};

template <> struct Description<tools::UnitDecisionReply> {
    using T = tools::UnitDecisionReply;
    static constexpr std::tuple members{
        Member{"action", &T::action, ""},
        Member{"learner_text", &T::learner_text, ""},
        Member{"unit_done", &T::unit_done, ""},
        Member{"next_unit", &T::next_unit, ""},
        Member{"advice", &T::advice, ""},
        Member{"too_early", &T::too_early, ""},
        Member{"unchanged", &T::unchanged, ""},
        Member{"adaptive_parameters", &T::adaptive_parameters, ""},
    };
};

template <> struct Description<tools::GatedDecision> {
    using T = tools::GatedDecision;
    static constexpr std::tuple members{Member{"action", &T::action, ""},
                                        Member{"reasons", &T::reasons, ""}};
};

template <> struct Description<tools::TransitionDecisionReply> {
    using T = tools::TransitionDecisionReply;
    static constexpr std::tuple members{
        Member{"recommended_action", &T::recommended_action, ""},
        Member{"confidence_score", &T::confidence_score, "", tools::share},
        Member{"reasoning", &T::reasoning, ""},
        Member{"reasons", &T::reasons, ""},
        Member{"next_learning_event", &T::next_learning_event, ""},
        Member{"adaptive_parameters", &T::adaptive_parameters, ""},
        Member{"gated", &T::gated, "What gap says"},
    };
};

template <> struct Description<tools::ReadingReply> {
    using T = tools::ReadingReply;
    static constexpr std::tuple members{Member{"value", &T::value, "", tools::share},
                                        Member{"provenance", &T::provenance, ""},
                                        Member{"from", &T::from, ""}};
};

template <> struct Description<tools::ReadingsReply> {
    using T = tools::ReadingsReply;
    static constexpr std::tuple members{
        Member{"learner", &T::learner, ""}, Member{"knowledge", &T::knowledge, ""},
        Member{"engagement", &T::engagement, ""}, Member{"assessment", &T::assessment, ""}};
};

template <> struct Description<tools::EquationParameters> {
    using T = tools::EquationParameters;
    static constexpr std::tuple members{Member{"alpha", &T::alpha, ""},
                                        Member{"beta", &T::beta, ""},
                                        Member{"half_life_steps", &T::half_life_steps, ""}};
};

template <> struct Description<learning::ModelWeights> {
    using T = learning::ModelWeights;
    static constexpr std::tuple members{
        Member{"learner", &T::learner, ""}, Member{"knowledge", &T::knowledge, ""},
        Member{"engagement", &T::engagement, ""}, Member{"assessment", &T::assessment, ""}};
};

template <> struct Description<tools::DecisionReply> {
    using T = tools::DecisionReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"learner_id", &T::learner_id, ""},
        Member{"unit_id", &T::unit_id, "The unit that this is about"}, Member{"rule", &T::rule, ""},
        Member{"transition_decision", &T::transition_decision, ""},
        Member{"learner_text", &T::learner_text, "What to tell the learner; never a probability"},
        Member{"unit_done", &T::unit_done, ""}, Member{"next_unit", &T::next_unit, ""},
        Member{"too_early", &T::too_early, "Fewer than three tries"},
        Member{"unchanged", &T::unchanged, "Nothing new since the unit's last decision"},
        Member{"transition_state", &T::transition_state, "", tools::share},
        Member{"transition_state_before", &T::transition_state_before, "", tools::share},
        Member{"integration_result", &T::integration_result, ""},
        Member{"stochastic_element", &T::stochastic_element, ""},
        Member{"equation_parameters", &T::equation_parameters, ""},
        Member{"last_step", &T::last_step, ""}, Member{"learning_event", &T::learning_event, ""},
        Member{"learning_event_from", &T::learning_event_from, ""},
        Member{"model_weights", &T::model_weights, ""},
        Member{"model_readings", &T::model_readings, ""}, Member{"evidence", &T::evidence, ""},
        Member{"model_version", &T::model_version, ""},
        Member{"computation_time_ms", &T::computation_time_ms, ""},
        Member{"timestamp", &T::timestamp, tools::timestamp_sentence});
};

} // namespace mvr
