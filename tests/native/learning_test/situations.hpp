#pragma once

// Units in a state of choice, for tests of what `decide` makes of it.

#include "history.hpp"

#include <optional>

inline mvr::learning::DecisionContext lesson()
{
    mvr::learning::DecisionContext context;
    context.checkpoints = {{"a", the_unit, {}}, {"b", the_unit, {}}};
    context.open_prerequisites = {{"bench", "The Bench"}};
    return context;
}

/// A learner with one failure and three passes, of which the last is one, in a unit that is not
/// done, with this index and last action: none of the guards holds.
inline mvr::learning::LearnerModel at(double index,
                                      std::optional<mvr::learning::Action> previous = std::nullopt)
{
    mvr::learning::LearnerModel learner;
    mvr::learning::UnitModel &unit = learner.units[the_unit];
    unit.phase = mvr::learning::LearningPhase::practice;
    unit.phase_is_set = true;
    unit.index = index;
    unit.counts = unit.phase_counts = {3, 0, 1};
    unit.own_passed = unit.phase_own_passed = {"a"};
    unit.recent = {mvr::learning::TryOutcome::failed, mvr::learning::TryOutcome::passed,
                   mvr::learning::TryOutcome::passed, mvr::learning::TryOutcome::passed};
    unit.skills[the_unit] = .8;
    unit.revision = 4;
    if (previous) {
        unit.last_decision.emplace();
        unit.last_decision->decision.action = *previous;
    }
    return learner;
}

inline mvr::learning::LearnerModel sufficient(double index)
{
    mvr::learning::LearnerModel learner = at(index);
    mvr::learning::UnitModel &unit = learner.units[the_unit];
    unit.counts = unit.phase_counts = {4, 0, 1};
    unit.own_passed = unit.phase_own_passed = {"a", "b"};
    unit.skills[the_unit] = .93;
    return learner;
}

inline mvr::learning::Decision decide_now(const mvr::learning::LearnerModel &learner)
{
    return decide_now(learner, lesson());
}
