#pragma once

#include "scene/activity.hpp"
#include "scene/condition.hpp"
#include "scene/evaluation.hpp"
#include "scene/node_state.hpp"
#include "scene/object_history.hpp"
#include "scene/snapshot.hpp"
#include "scene/standing.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace mvr::scene {

/// Follows one condition through the snapshots of one attempt. The start counts as the first
/// observation, and is what `moved` and `turned` are measured against.
/// Thread: one at a time.
class Tracker {
  public:
    Tracker(Condition condition, const Snapshot &start);

    /// Takes the next snapshot. Time never runs backwards: an earlier time counts as the latest
    /// one. Turns are followed right as long as an object turns less than half a turn between two
    /// observations. Cost: linear in the nodes and objects.
    void observe(const Snapshot &now);

    /// Takes the snapshot that Undo or Redo led to. A step of an order that was reached and does
    /// not hold any more is taken out again where it held before, or where the objects that it
    /// names are back in a state from before it was reached; the order goes on from there. If the
    /// step had violated the order, the evidence counts it as `self_corrected`. What happened
    /// between is still part of the activity.
    void observe_undone(const Snapshot &now);

    /// How the condition stands at the last observation.
    Evaluation evaluate() const;

    /// … in short.
    Standing standing() const;

    /// Narrows what the condition allows to `factor` (0.5 to 1) of what its author allowed, from
    /// the next observation on; what was reached stays reached. 1 is as authored. Throws Failure
    /// (a bug of the caller) outside of 0.5 to 1.
    void set_tolerance_factor(double factor);

    /// What the learner did so far.
    ActivityMetrics activity() const { return activity_.metrics(); }

    const Condition &condition() const { return condition_; }

  private:
    void take(const Snapshot &now, bool undone);
    void update_nodes(const Snapshot &now, bool undone);
    void take_back_steps(const Node &order, NodeState &state);
    bool is_taken_back(NodeIndex step) const;
    void restore_turn(NodeIndex index);
    void remember_turn(NodeIndex index);

    Condition authored_;
    Condition condition_; ///< `authored_`, or less room
    TrackedObjects objects_;
    std::vector<NodeState> nodes_;
    ObjectHistory history_;
    /// How far a `turned` had turned in each state of its object: a pose alone does not say how
    /// often it went round.
    std::map<std::pair<NodeIndex, std::uint64_t>, double> turns_;
    ActivityMeter activity_;
    double last_seconds_ = 0;
    std::size_t observations_ = 0;
};

} // namespace mvr::scene
