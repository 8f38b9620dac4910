#pragma once

#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

// What each predicate says of one snapshot.

namespace mvr::scene {

/// One observation, as the predicates see it.
struct Sight {
    const Snapshot &now;
    const TrackedObjects &objects;
    const std::vector<NodeState> &nodes; ///< children of the node at hand are up to date
    double seconds;
};

/// `state` is the node's own; only `turned` writes to it.
Finding measure(const Node &node, const Sight &sight, NodeState &state);

/// How far an order has come.
struct OrderState {
    std::size_t correct = 0;             ///< steps from the first on that came one after the other
    std::optional<std::size_t> expected; ///< the first step that has not come yet
    struct Violation {
        std::size_t step, before; ///< `step` came no later than `before`, which stands earlier
    };
    std::optional<Violation> violation; ///< the first one
};
OrderState order_state(const Node &node, const std::vector<NodeState> &nodes);

/// Whether a step of an order was reached no later than one that stands before it.
bool came_too_early(const Node &order, const std::vector<NodeState> &nodes, std::size_t step);

/// How many children hold, and how many may (those and the unknown ones).
struct Tally {
    std::size_t certain = 0, possible = 0;
};
Tally tally(const Node &node, const std::vector<NodeState> &nodes);

// By family; called by `measure`.
Finding measure_one(const Distance &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Angle &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Inside &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Moved &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Turned &, const Node &, const Sight &, NodeState &);
Finding measure_one(const InView &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Visible &, const Node &, const Sight &, NodeState &);
Finding measure_one(const HasProperty &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Parented &, const Node &, const Sight &, NodeState &);
Finding measure_one(const HasMaterial &, const Node &, const Sight &, NodeState &);
Finding measure_one(const InMode &, const Node &, const Sight &, NodeState &);
Finding measure_one(const WithTool &, const Node &, const Sight &, NodeState &);
Finding measure_one(const All &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Any &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Not &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Count &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Order &, const Node &, const Sight &, NodeState &);
Finding measure_one(const Duration &, const Node &, const Sight &, NodeState &);

inline constexpr std::string_view object_missing = "object missing";

/// The finding that an object is not there.
Finding missing(ObjectIndex object);
/// The finding that there is nothing to measure, for a reason.
Finding immeasurable(std::string_view problem);
/// The finding of a number in the unit of `range`; what is no number is unknown.
Finding compare(double value_si, const Range &range);

} // namespace mvr::scene
