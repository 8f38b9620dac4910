#pragma once

#include "scene/condition_monitor.hpp"
#include "session/index_set.hpp"
#include "session/outcome.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mvr::session {

/// What must be so all through a run, whatever the learner is at; what must never be is a `not`.
struct Rule {
    std::string id;
    scene::Condition always;
};

/// The rules of one run. What contradicts one from the start, or by the program's doing, or after
/// an undo, is no deed of the learner and breaks nothing; what is not known breaks nothing either.
/// Thread: one at a time, the run's.
class Rules {
  public:
    Rules(std::vector<Rule> rules, scene::SceneState &scene);

    /// Takes the scene's last observation, the start among them; returns what it broke. Cost:
    /// linear in the rules that name what changed.
    std::vector<RuleBroken> observe(const scene::SceneState &scene, double seconds,
                                    scene::ChangeCause cause);

  private:
    struct Watched {
        std::string id;
        scene::ConditionMonitor monitor;
        bool was_broken = false;
    };

    void collect_concerned(const scene::SceneState &scene);

    std::vector<Watched> watched_;
    std::vector<std::vector<std::size_t>> dependents_; ///< by the place of the object
    IndexSet concerned_;
    bool has_started_ = false;
};

} // namespace mvr::session
