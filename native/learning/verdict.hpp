#pragma once

// For decision.cpp only: the rules that make an action of index and evidence.

#include "learning/action.hpp"
#include "learning/decision.hpp"
#include "learning/reason.hpp"
#include "learning/unit_model.hpp"

#include <vector>

namespace mvr::learning {

/// What was observed in `unit` of the skills that its checkpoints name, or, if those are not known,
/// of the skills that were tried.
Evidence evidence_of(const UnitModel &unit, const std::vector<Checkpoint> &checkpoints);

/// The action, and the rules that made it what it is.
struct Verdict {
    Action action = Action::continue_current_event;
    bool phase_back = false;
    std::vector<Reason> reasons; ///< the evidence first
};

/// What the lesson says of the unit.
struct UnitSituation {
    std::size_t checkpoints = 0; ///< 0 if they are not known
    bool done = false;
    bool open_prerequisites = false;
};

/// Applies the rules at `decide` to a unit.
Verdict judge(const UnitModel &unit, const Evidence &evidence, const UnitSituation &situation);

} // namespace mvr::learning
