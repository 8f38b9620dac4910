#pragma once

// For decision.cpp only: the words for a decision.

#include "learning/decision.hpp"

#include <string>
#include <vector>

namespace mvr::learning {

/// What the rules made of the index and the evidence.
struct Verdict {
    Action action = Action::continue_current_event;
    bool held_back = false; ///< the index said advance, the evidence does not suffice
    bool stayed = false;    ///< hysteresis kept the previous action
    bool stepped = false;   ///< the band is further away than one step
};

/// Clauses with their numbers, the evidence first.
std::vector<std::string> reasons_for(const DecisionInput &input, const Verdict &verdict);

/// The verdict and its reasons as one sentence.
std::string sentence_for(const DecisionInput &input, const Verdict &verdict,
                         const std::vector<std::string> &reasons);

} // namespace mvr::learning
