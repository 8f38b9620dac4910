#pragma once

#include "scene/activity.hpp"
#include "scene/condition.hpp"
#include "scene/evaluation.hpp"
#include "scene/node_state.hpp"
#include "scene/snapshot.hpp"

#include <cstddef>
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

    /// How the condition stands at the last observation.
    Evaluation evaluate() const;

    /// What the learner did so far.
    ActivityMetrics activity() const { return activity_.metrics(); }

    const Condition &condition() const { return condition_; }

  private:
    void update_nodes(const Snapshot &now);

    Condition condition_;
    TrackedObjects objects_;
    std::vector<NodeState> nodes_;
    ActivityMeter activity_;
    double last_seconds_ = 0;
    std::size_t observations_ = 0;
};

} // namespace mvr::scene
