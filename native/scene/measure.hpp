#pragma once

#include "scene/node_state.hpp"
#include "scene/predicate_parts.hpp"
#include "scene/scene_state.hpp"
#include "scene/view_state.hpp"

#include <cstddef>
#include <vector>

// What each predicate says of one snapshot.

namespace mvr::scene {

/// One observation, as the predicates see it.
struct Sight {
    const Surroundings &now;
    NamedObjects objects;
    const std::vector<NodeState> &nodes; ///< children of the node at hand are up to date
    double seconds;
};

/// `state` is the node's own. What only measuring knows is kept in it: how far a `turned` has
/// turned, and whether work was begun.
Finding measure(const Node &node, const Sight &sight, NodeState &state);

/// How many children hold, and how many may (those and the unknown ones).
struct Tally {
    std::size_t certain = 0, possible = 0;
};
Tally tally(const Node &node, const std::vector<NodeState> &nodes);

/// How many children can never hold any more.
std::size_t lost_children(const Node &node, const std::vector<bool> &lost);

extern const Problem object_missing;
extern const Problem not_finite;
extern const Problem not_at_start;
/// Why work does not hold although nothing speaks against it: none of it was done.
extern const Problem not_begun;

/// The finding that an object is not there.
Finding missing(ObjectIndex object);
/// The finding that there is nothing to measure, for a reason.
Finding immeasurable(const Problem &problem);
/// The finding of a number in the unit of `range`; what is no number is unknown.
Finding compare(double value_si, const Range &range);
/// The finding of a value, or of nothing but the verdict.
Finding judged(Truth verdict, Measured measured = {});
/// `finding`, which does not hold yet when none of the work was begun.
Finding unless_begun(Finding finding, bool begun);

/// The sentences of the problems that any predicate may meet.
MessageTemplates measure_messages();

} // namespace mvr::scene
