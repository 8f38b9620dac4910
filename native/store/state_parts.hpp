#pragma once

// For state.cpp and snapshot.cpp: how the state of a learner is put into a snapshot, part by part.

#include "store/state.hpp"

#include <span>
#include <string_view>

namespace mvr::store {

/// One member of LearnerState. Its version is raised whenever what it keeps, or what the events'
/// `apply` computes of it, changes: then older snapshots are folded again.
struct LearnerPart {
    std::string_view name; ///< in the snapshot
    int version = 1;
    Json (*save)(const LearnerState &learner);
    bool (*load)(LearnerState &learner, const Json &json);
};

/// All parts of a learner's state. Thread: any.
std::span<const LearnerPart> learner_parts();

} // namespace mvr::store
