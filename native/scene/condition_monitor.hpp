#pragma once

#include "scene/condition.hpp"
#include "scene/evaluate.hpp"
#include "scene/node_report.hpp"
#include "scene/node_state.hpp"
#include "scene/program.hpp"
#include "scene/scene_state.hpp"
#include "scene/standing.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mvr::scene {

/// Who brought about what an observation shows.
enum class ChangeCause {
    learner,
    undo,      ///< Undo or Redo: no work, and it may take back what came too early
    program,   ///< us, or somebody during a pause: nobody's work
    tolerance, ///< nothing changed in the scene, but what is allowed
};

/// Follows one condition through the observations of a scene. The start is the first of them.
/// Measures at each one only what it may have changed; sentences and evidence are made when they
/// are asked for. A turn between two observations is the shorter way, but where the object's Euler
/// channels say that it went further; see `rotations_between`.
/// Thread: one at a time, the scene's.
class ConditionMonitor {
  public:
    /// Gives each object that the condition names its place in the scene.
    ConditionMonitor(Condition condition, SceneState &scene);

    /// Takes the scene's last observation; call it for the first, and then for each that may
    /// concern this condition. Cost: linear in the nodes that name what changed, and a test for
    /// each other one. What becomes true by the program's doing is a step of an order reached, and
    /// none done; it is due again once it is untrue, unless a later step was done meanwhile. What
    /// becomes true by a tolerance counts so too, or as done where the learner was the last to
    /// change what it names; it is never too early, and what that makes untrue stays reached.
    ///
    /// After an undo a step of an order that was reached and does not hold any more is taken out
    /// again where it held before, or where the objects that it names are back in a state from
    /// before it was reached; the order goes on from there. If the step had violated the order, the
    /// evidence counts it as `self_corrected`. A redo brings it back as it was reached at first.
    void observe(const SceneState &scene, double seconds, ChangeCause cause);

    /// How the condition stands at the last observation.
    Evaluation evaluate() const { return scene::evaluate(condition_.program(), nodes_); }

    /// What each of its nodes found there, for its author.
    std::vector<NodeReport> node_reports() const
    {
        return scene::node_reports(condition_.program(), nodes_);
    }

    /// … in short.
    Standing standing(const SceneState &scene) const;

    /// Whether what was measured last contradicts it; not so while something is unknown.
    bool is_contradicted() const
    {
        return nodes_[condition_.program().root()].now.truth == Truth::no;
    }

    /// Whether nothing can make it hold any more; Undo may where an order was violated.
    bool is_lost() const { return scene::is_lost(condition_.program(), nodes_); }

    /// Whether the last observation changed what it asks for beside objects, or the time that it
    /// asks for is running.
    bool is_concerned_by_surroundings(const SceneState &scene) const;

    /// Sentences for what is not met, as in the evaluation.
    Sentences unmet() const { return scene::unmet(condition_.program(), nodes_); }

    /// Sentences for the two steps of the first violated order; empty where none is.
    Sentences violation_sentences() const
    {
        return scene::violation_sentences(condition_.program(), nodes_);
    }

    /// Names of the objects that these speak of; see `scene::unmet_objects`.
    std::vector<std::string> unmet_objects() const
    {
        return scene::unmet_objects(condition_.program(), nodes_);
    }

    /// Narrows what the condition allows to `factor` (0.5 to 1) of what its author allowed, from
    /// the next observation on, which then measures all of it: let it be one that changes nothing
    /// else, with `ChangeCause::tolerance`. 1 is as authored. Throws Failure (a programming error)
    /// outside of 0.5 to 1.
    void set_tolerance_factor(double factor);

    /// When time alone may make the condition hold, or something else be said of it, as long as
    /// nothing changes.
    std::optional<double> due_seconds() const;

    /// Since when it holds; nothing while it does not.
    std::optional<double> held_since_seconds() const;

    std::vector<Question> questions() const { return authored_.questions(); }
    /// What it judges beside objects.
    const std::set<Beside> &besides() const { return besides_; }
    bool depends_on(Beside what) const { return besides_.contains(what); }
    bool depends_on_time() const { return depends_on_time_; }
    /// Of the objects that it names.
    std::span<const ObjectPlace> places() const { return places_; }

  private:
    /// A node and what is known of its place in the program.
    struct Link {
        std::optional<NodeIndex> parent;
        bool is_due = true;        ///< to be measured at the observation at hand
        bool is_worked_on = false; ///< the learner was the last to change what the leaf names
    };

    void find_dependencies();
    void settle();
    void mark_due(const SceneState &scene, ChangeCause cause);
    void mark_due_by_surroundings(const SceneState &scene, ChangeCause cause);
    bool is_worked_on(NodeIndex index) const;
    void update(NodeIndex index, const SceneState &scene, ChangeCause cause);
    void note_truth(NodeIndex index, const SceneState &scene, ChangeCause cause);
    void note_untruth(NodeIndex index);
    ReachedBy reached_by(NodeIndex index, const SceneState &scene, ChangeCause cause) const;
    void take_back_steps(const Node &order, NodeState &state, const SceneState &scene);
    bool is_taken_back(NodeIndex step, const SceneState &scene) const;
    void restore_turn(NodeIndex index, const SceneState &scene);
    void remember_turn(NodeIndex index, const SceneState &scene);
    bool is_time_running() const;
    bool differs(const SceneState &scene) const;
    bool is_first(const SceneState &scene) const { return scene.observation() == started_at_; }

    Condition authored_;
    Condition condition_; ///< `authored_`, or less margin
    double factor_ = 1;
    std::vector<ObjectPlace> places_;
    std::vector<NodeState> nodes_;
    std::vector<Link> links_;
    std::vector<std::vector<NodeIndex>> nodes_of_object_;
    std::set<Beside> besides_;
    std::set<std::string, std::less<>> questions_;
    std::vector<NodeIndex> measured_; ///< at the last observation
    /// How far a `turned` had turned in each state of its object: a pose alone does not say how
    /// often it went round.
    std::map<std::pair<NodeIndex, std::uint64_t>, double> turns_;
    double last_seconds_ = 0;
    std::size_t started_at_ = 0; ///< number of the observation
    bool entered_ = false;       ///< at the last observation
    bool views_only_ = false;
    bool has_order_ = false;
    bool depends_on_time_ = false;
};

} // namespace mvr::scene
