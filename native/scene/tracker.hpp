#pragma once

#include "scene/activity.hpp"
#include "scene/condition.hpp"
#include "scene/evaluation.hpp"
#include "scene/node_state.hpp"
#include "scene/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mvr::scene {

/// How a condition stands, as far as it matters to what counts as a try.
struct Standing {
    bool holds = false;
    bool broken = false; ///< a violated order keeps it from ever holding, unless it is taken back
    std::vector<std::string> changed; ///< named objects that the last observation changed, sorted
    bool entered = false;    ///< the last observation entered a view, mode or tool that it asks for
    std::uint64_t state = 0; ///< equal for equal states of the named objects (FNV-1a of them)
    int self_corrected = 0;  ///< steps of orders that were done too early and taken back
};

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
    void update_nodes(const Snapshot &now);

    Condition condition_;
    TrackedObjects objects_;
    std::vector<NodeState> nodes_;
    ActivityMeter activity_;
    double last_seconds_ = 0;
    std::size_t observations_ = 0;
};

} // namespace mvr::scene
