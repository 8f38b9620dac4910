#include "store/events/assessment_evaluated.hpp"

#include "learning/learner_fold.hpp"
#include "store/state.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace mvr::store {
namespace {

void end_tries(learning::LearnerModel &model, const AssessmentEvaluated &step)
{
    std::vector<learning::EndedTry> ended;
    ended.reserve(step.tries.size());
    for (const ObservedTry &each : step.tries) {
        ended.push_back({each.checkpoint_id, each.skill, each.item_difficulty, each.outcome,
                         each.last_level_hint, each.corrected});
    }
    std::optional<learning::Activity> activity;
    if (step.activity.total_seconds > 0)
        activity = {step.activity.active_seconds, step.activity.total_seconds};
    learning::end_tries(model, step.unit_id, ended, activity);
}

void add_result(UnitResults &unit, const ObservedTry &ended)
{
    if (ended.outcome == learning::TryOutcome::abandoned) return;
    unit.best_score = std::max(unit.best_score, ended.score);
    unit.last_score = ended.score;
    unit.last_checkpoint = ended.checkpoint_id;
    unit.self_corrections += ended.self_corrections;
    if (ended.outcome != learning::TryOutcome::passed) return;
    unit.passed.insert(ended.checkpoint_id);
    if (ended.own) unit.own_passed.insert(ended.checkpoint_id);
}

/// Version 1 (release 0.1.0) was one look at one checkpoint, with the models' values after it. It
/// did not tell a look from a submission, so only what it saw pass becomes a try: a condition that
/// did not hold when somebody looked is no failure. Its passes count as own, since hints were not
/// recorded.
Json one_look_as_tries(const Json &payload)
{
    Json tries = Json::array();
    const bool observed = member_or(payload, "provenance", "") == "observed";
    if (observed && member_or(payload, "passed", false) == true) {
        tries.push_back({{"checkpoint_id", member_or(payload, "checkpoint_id", "")},
                         {"objective", member_or(payload, "objective", "")},
                         {"assessment_type", member_or(payload, "assessment_type", "")},
                         {"skill", member_or(payload, "skill", "")},
                         {"outcome", "passed"},
                         {"own", true},
                         {"score", member_or(payload, "score", 1.0)},
                         {"evidence", member_or(payload, "evidence", Json::object())}});
    }
    Json activity = member_or(payload, "activity", Json::object());
    if (activity.is_object()) activity.erase("hints_used");
    // Whether the unit was whole is known, what else it held is not.
    Json all = Json::array();
    if (member_or(payload, "unit_passed", false) == true) {
        all.push_back(member_or(payload, "checkpoint_id", ""));
    }
    return {{"session_id", member_or(payload, "session_id", "")},
            {"unit_id", member_or(payload, "unit_id", "")},
            {"submitted", false},
            {"tries", std::move(tries)},
            {"unit_checkpoints", std::move(all)},
            {"activity", std::move(activity)}};
}

} // namespace

void AssessmentEvaluated::apply(LearnerState &learner, TimeMs time_ms) const
{
    if (!tries.empty()) {
        learner.works[unit_id].step(*this, time_ms);
        end_tries(learner.model, *this);
        UnitResults &unit = learner.results[unit_id];
        for (const ObservedTry &ended : tries) // in the order in which the step has them
            add_result(unit, ended);
        // Steps of release 0.1.0 name them only where the unit was whole.
        if (!unit_checkpoints.empty()) unit.checkpoints = unit_checkpoints;
    }
    const auto session = learner.sessions.find(session_id);
    if (session != learner.sessions.end())
        session->second.steps = std::max(session->second.steps, number);
}

std::span<const Upcaster> AssessmentEvaluated::upcasters()
{
    static constexpr std::array<Upcaster, 1> all{one_look_as_tries};
    return all;
}

} // namespace mvr::store
