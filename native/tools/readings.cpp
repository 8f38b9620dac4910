#include "tools/readings.hpp"

#include "learning/assessment.hpp"
#include "learning/engagement.hpp"
#include "learning/knowledge.hpp"
#include "learning/mastery.hpp"
#include "tools/vocabulary.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace mvr::tools {
namespace {

struct Reading {
    double value = 0;
    std::string provenance;
    std::string from;
};

std::optional<double> number_of(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() ? std::nullopt : std::optional<double>(found->get<double>());
}

struct Tally {
    int observations = 0;
    int successes = 0;
    std::set<std::string> items;
};

Tally tally(const store::LearnerState &learner)
{
    Tally sum;
    for (const auto &[skill, evidence] : learner.evidence) {
        sum.observations += evidence.observations;
        sum.successes += evidence.successes;
        for (const auto &[item, times] : evidence.items)
            sum.items.insert(item);
    }
    return sum;
}

Reading read_learner(const store::LearnerState &learner, const Json &reported)
{
    if (tally(learner).observations > 0) {
        return {learning::ability_reading(learner.ability), "observed",
                "ability over all checkpoints"};
    }
    if (learner.has_profile) {
        const learning::AdaptationParameters parameters{learner.alpha_baseline,
                                                        learner.beta_exploration};
        return {learning::profile_reading(learner.learner_model_weight, parameters), "profile",
                "weight and parameters of the stored profile"};
    }
    if (const auto weight = number_of(reported, "learner_model_weight")) {
        learning::AdaptationParameters parameters;
        const Json &given = object_or_empty(reported, "adaptation_parameters");
        if (const auto alpha = number_of(given, "alpha_baseline"))
            parameters.alpha_baseline = *alpha;
        return {learning::profile_reading(*weight, parameters), "reported", "learner_model_data"};
    }
    return {learning::ability_reading({}), "assumed", "the middle of all learners"};
}

Reading read_knowledge(const store::LearnerState &learner, const Json &reported)
{
    if (!learner.skills.empty()) {
        double sum = 0;
        for (const auto &[name, skill] : learner.skills)
            sum += skill.p_known;
        return {sum / static_cast<double>(learner.skills.size()), "observed",
                "mean chance that a tried skill is known"};
    }
    const auto total = number_of(reported, "total_units");
    const auto completed = number_of(reported, "units_completed");
    const auto satisfied = number_of(reported, "prerequisite_satisfaction");
    if (total && completed && satisfied) {
        return {learning::reported_knowledge(static_cast<int>(*completed), static_cast<int>(*total),
                                             *satisfied),
                "reported", "knowledge_model_data"};
    }
    return {learning::BktParameters{}.prior, "assumed", "prior of knowledge tracing"};
}

std::optional<double> activity_reading(const store::LearnerState &learner)
{
    const Json &activity = learner.observed_activity;
    if (!activity.is_object()) return std::nullopt;
    const auto active = number_of(activity, "active_seconds");
    const auto total = number_of(activity, "total_seconds");
    if (!active || !total) return std::nullopt;
    const int hints = activity.value("hints_used", 0);
    return learning::observed_engagement({*active, *total, hints, tally(learner).observations});
}

Reading read_engagement(const store::LearnerState &learner, const Json &reported)
{
    if (const auto observed = activity_reading(learner)) {
        return {*observed, "observed", "share of active time in the last unit"};
    }
    const auto claimed = learning::engagement_reading(
        {number_of(reported, "attention_level"), number_of(reported, "interaction_quality"),
         number_of(reported, "flow_state_indicators")});
    if (claimed) return {*claimed, "reported", "engagement_model_data"};
    if (learner.reported_engagement.is_object()) {
        if (const auto kept = number_of(learner.reported_engagement, "score")) {
            return {*kept, "reported", "track_engagement"};
        }
    }
    return {0.5, "assumed", "nothing is known"};
}

Reading read_assessment(const store::LearnerState &learner, const Json &reported)
{
    const Tally sum = tally(learner);
    if (sum.observations > 0) {
        return {learning::observed_assessment(sum.successes, sum.observations), "observed",
                std::to_string(sum.successes) + " of " + std::to_string(sum.observations) +
                    " checkpoints passed"};
    }
    const auto claimed = learning::assessment_reading(
        {number_of(reported, "competency_score"), number_of(reported, "skill_demonstration"),
         number_of(reported, "learning_evidence_strength")});
    if (claimed) return {*claimed, "reported", "assessment_model_data"};
    return {0.5, "assumed", "nothing was tried"};
}

Json to_json(const Reading &reading)
{
    return {{"value", reading.value}, {"provenance", reading.provenance}, {"from", reading.from}};
}

} // namespace

SourcedReadings read_models(const store::LearnerState &learner, const Json &model_inputs)
{
    const Reading l = read_learner(learner, object_or_empty(model_inputs, "learner_model_data"));
    const Reading k =
        read_knowledge(learner, object_or_empty(model_inputs, "knowledge_model_data"));
    const Reading e =
        read_engagement(learner, object_or_empty(model_inputs, "engagement_model_data"));
    const Reading a =
        read_assessment(learner, object_or_empty(model_inputs, "assessment_model_data"));
    return {{l.value, k.value, e.value, a.value},
            {{"learner", to_json(l)},
             {"knowledge", to_json(k)},
             {"engagement", to_json(e)},
             {"assessment", to_json(a)}}};
}

learning::Evidence observed_evidence(const store::LearnerState &learner)
{
    const Tally sum = tally(learner);
    learning::Evidence evidence;
    evidence.observed_items = sum.observations;
    evidence.distinct_items = static_cast<int>(sum.items.size());
    evidence.observed_successes = sum.successes;
    evidence.p_mastered = learner.skills.empty() ? 0 : 1;
    for (const auto &[name, skill] : learner.skills) {
        evidence.p_mastered = std::min(
            evidence.p_mastered, learning::probability_mastered(skill, learning::BktParameters{}));
    }
    return evidence;
}

} // namespace mvr::tools
