#pragma once

// For state.cpp: the folds, each a unit of its own. A fold knows the kinds of event that concern
// it, and what it keeps of one learner; it has its own part of a snapshot, with a version that is
// raised whenever what it computes or keeps changes.

#include "store/state.hpp"

#include <span>
#include <string_view>

namespace mvr::store {

struct Fold {
    std::string_view name; ///< of its part in a snapshot
    int version = 1;
    void (*apply)(LearnerState &learner, const Event &event);
    Json (*save)(const LearnerState &learner);
    bool (*load)(LearnerState &learner, const Json &json);
};

extern const Fold profile_fold;
extern const Fold progress_fold;
extern const Fold results_fold;
extern const Fold sessions_fold;
extern const Fold decisions_fold;
extern const Fold reports_fold;

/// All folds over a learner's events, in the order in which they see each event.
std::span<const Fold *const> learner_folds();

} // namespace mvr::store
