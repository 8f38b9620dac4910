#pragma once

#include "scene/condition_monitor.hpp"
#include "session/index_set.hpp"
#include "session/outcome.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mvr::session {

/// What must be so all through a run, whatever the learner is at; what must never be is a `not`.
struct Rule {
    std::string id;
    scene::Condition always;
};

/// The rules of one run. What contradicts one from the start, by the program's doing, after an undo
/// or only because less is allowed now is no deed of the learner and breaks nothing; what is not
/// known breaks nothing either. Thread: one at a time, the run's. Errors: Failure (a programming
/// error) for an id that is there twice, since a run reports a rule by its id.
class Rules {
  public:
    Rules(std::vector<Rule> rules, scene::SceneState &scene);

    /// Takes the scene's last observation, the start among them; returns what it broke. Cost:
    /// linear in the rules that name what changed.
    std::vector<RuleBroken> observe(const scene::SceneState &scene, double seconds,
                                    scene::ChangeCause cause);

    /// Narrows what every rule allows, from the next observation on, which measures all of them.
    void set_tolerance_factor(double factor);
    /// When time alone may break one, as long as nothing changes; active seconds.
    std::optional<double> due_seconds() const;
    bool needs_view() const;
    bool needs_mode_or_tool() const;

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
    bool measures_all_ = true; ///< at the next observation
};

} // namespace mvr::session
