#pragma once

#include "learning/try.hpp"
#include "scene/condition_monitor.hpp"

#include <string>
#include <utility>

namespace mvr::session {

/// A checkpoint of a unit that is to be followed.
struct Checkpoint {
    std::string id;
    scene::Condition condition;
};

/// One checkpoint in a run: its condition, followed, and how it stood at the last observation that
/// concerned it.
/// Thread: one at a time, the run's.
class CheckpointCourse {
  public:
    CheckpointCourse(Checkpoint checkpoint, scene::SceneState &scene)
        : monitor_(std::move(checkpoint.condition), scene)
    {
        reading_.checkpoint_id = std::move(checkpoint.id);
    }

    /// Takes the scene's last observation. Returns whether that says anything to the rule of tries;
    /// a reading that only repeats itself does not.
    bool observe(const scene::SceneState &scene, double seconds, scene::ChangeCause cause);

    /// The observation is over: nothing of it happens again.
    void settle();

    const std::string &id() const { return reading_.checkpoint_id; }
    scene::ConditionMonitor &monitor() { return monitor_; }
    const scene::ConditionMonitor &monitor() const { return monitor_; }
    const learning::CheckpointReading &reading() const { return reading_; }

    /// A violated order never holds, whatever stands beside it.
    bool holds() const { return reading_.holds && !reading_.broken; }
    bool was_broken() const { return was_broken_; }
    /// When the learner last changed what it names, or entered its view.
    double changed_seconds() const { return changed_seconds_; }

  private:
    scene::ConditionMonitor monitor_;
    learning::CheckpointReading reading_;
    double changed_seconds_ = 0;
    bool was_broken_ = false; ///< at the observation before
};

} // namespace mvr::session
