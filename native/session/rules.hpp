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

    /// Takes the scene's first observation. What contradicts a rule there broke none.
    void start(const scene::SceneState &scene);
    /// Takes the scene's last observation, after the first; returns what it broke. Cost: linear in
    /// the rules that name what changed; for `ChangeCause::tolerance`, in all of them.
    std::vector<RuleBroken> observe(const scene::SceneState &scene, double seconds,
                                    scene::ChangeCause cause);

    /// Narrows what every rule allows, from the next observation on: one that changes nothing else,
    /// with `ChangeCause::tolerance`.
    void set_tolerance_factor(double factor);
    /// When time alone may break one, as long as nothing changes; active seconds.
    std::optional<double> due_seconds() const;
    bool depend_on(scene::Beside what) const;

  private:
    struct Watched {
        std::string id;
        scene::ConditionMonitor monitor;
        bool was_broken = false;
    };

    static bool begins_to_contradict(Watched &rule, const scene::SceneState &scene, double seconds,
                                     scene::ChangeCause cause);
    void collect_concerned(const scene::SceneState &scene, scene::ChangeCause cause);

    std::vector<Watched> watched_;
    std::vector<std::vector<std::size_t>> dependents_; ///< by the place of the object
    IndexSet concerned_;
};

} // namespace mvr::session
