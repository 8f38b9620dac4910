#include "scene/condition_monitor.hpp"
#include "scene/named_objects.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

// By whom and when the nodes of a condition were reached, and what takes that back.

namespace mvr::scene {

void ConditionMonitor::note_truth(NodeIndex index, const SceneState &scene, ChangeCause cause)
{
    NodeState &state = nodes_[index];
    if (state.now.truth == Truth::no) note_untruth(index);
    if (state.now.truth != Truth::yes) return;
    const ReachedBy by = reached_by(index, scene, cause);
    if (!state.held_before) {
        state.true_since_seconds = last_seconds_;
        const bool is_work = by == ReachedBy::learner || by == ReachedBy::tolerance;
        state.is_given = state.is_given || !is_work;
        entered_ = entered_ || (is_work && is_entered(condition_.program().nodes[index].predicate));
    }
    if (state.reached) return;
    const bool is_redone = cause == ChangeCause::undo && state.taken_back;
    state.reached = is_redone ? *state.taken_back : Reached{last_seconds_, scene.observation(), by};
    state.taken_back.reset();
}

void ConditionMonitor::note_untruth(NodeIndex index)
{
    NodeState &state = nodes_[index];
    state.is_given = false;
    const bool is_given_step = state.reached && state.reached->by == ReachedBy::program;
    if (!is_given_step || !links_[index].parent) return;
    const Node &parent = condition_.program().nodes[*links_[index].parent];
    if (std::holds_alternative<Order>(parent.predicate) && !is_built_on(parent, nodes_, index))
        state.reached.reset();
}

ReachedBy ConditionMonitor::reached_by(NodeIndex index, const SceneState &scene,
                                       ChangeCause cause) const
{
    if (is_first(scene)) return ReachedBy::start;
    if (cause == ChangeCause::tolerance)
        return is_worked_on(index) ? ReachedBy::tolerance : ReachedBy::program;
    return cause == ChangeCause::program ? ReachedBy::program : ReachedBy::learner;
}

void ConditionMonitor::take_back_steps(const Node &order, NodeState &state, const SceneState &scene)
{
    std::vector<NodeIndex> taken_back;
    for (std::size_t step = 0; step < order.children.size(); ++step) {
        const NodeIndex child = order.children[step];
        if (!is_taken_back(child, scene)) continue;
        if (came_too_early(order, nodes_, step)) ++state.self_corrected;
        taken_back.push_back(child);
    }
    for (const NodeIndex child : taken_back)
        nodes_[child].taken_back = std::exchange(nodes_[child].reached, std::nullopt);
}

bool ConditionMonitor::is_taken_back(NodeIndex step, const SceneState &scene) const
{
    const NodeState &state = nodes_[step];
    if (!state.reached || state.now.truth == Truth::yes) return false;
    if (state.held_before) return true;
    const auto names = named_objects(condition_.program(), step);
    const auto changed = [&](ObjectIndex i) { return scene.changed(places_[i]); };
    const auto is_back = [&](ObjectIndex i) {
        return scene.history(places_[i]).was_so_before(state.reached->observation);
    };
    return std::ranges::any_of(names, changed) && std::ranges::all_of(names, is_back);
}

bool ConditionMonitor::is_worked_on(NodeIndex index) const
{
    const auto &children = condition_.program().nodes[index].children;
    if (children.empty()) return links_[index].is_worked_on;
    return std::ranges::any_of(children, [this](NodeIndex child) { return is_worked_on(child); });
}

} // namespace mvr::scene
