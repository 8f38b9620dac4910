#include "scene/condition_monitor.hpp"

#include "scene/durations.hpp"
#include "scene/evaluate.hpp"
#include "scene/measure.hpp"
#include "scene/named_objects.hpp"

#include <algorithm>
#include <utility>

namespace mvr::scene {
namespace {

void widen(NodeState &state)
{
    const auto *const number = std::get_if<double>(&state.now.measured);
    if (!number) return;
    state.least = std::min(state.least.value_or(*number), *number);
    state.most = std::max(state.most.value_or(*number), *number);
}

template <class P> bool is(const Node &node) { return std::holds_alternative<P>(node.predicate); }

} // namespace

ConditionMonitor::ConditionMonitor(Condition condition, SceneState &scene)
    : authored_(condition), condition_(std::move(condition)),
      nodes_(condition_.program().nodes.size()), links_(condition_.program().nodes.size()),
      nodes_of_object_(condition_.program().objects.size())
{
    for (const std::string &name : condition_.program().objects)
        places_.push_back(scene.place(name));
    find_dependencies();
}

void ConditionMonitor::find_dependencies()
{
    const Program &program = condition_.program();
    views_only_ = asks_for_views_only(program);
    for (NodeIndex i = 0; i < program.nodes.size(); ++i) {
        const Node &node = program.nodes[i];
        for (const NodeIndex child : node.children)
            links_[child].parent = i;
        has_order_ = has_order_ || is<Order>(node);
        depends_on_view_ = depends_on_view_ || is<InView>(node);
        depends_on_mode_ = depends_on_mode_ || is<InMode>(node);
        depends_on_tool_ = depends_on_tool_ || is<WithTool>(node);
        depends_on_time_ = depends_on_time_ || is<Duration>(node);
        if (!node.children.empty()) continue; // names objects through its children only
        for (const ObjectIndex object : named_objects(program, i))
            nodes_of_object_[object].push_back(i);
    }
}

void ConditionMonitor::observe(const SceneState &scene, double seconds, ChangeCause cause)
{
    settle();
    if (started_at_ == 0) started_at_ = scene.observation();
    last_seconds_ = std::max(last_seconds_, seconds);
    mark_due(scene);
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
        if (std::exchange(links_[i].is_due, false)) update(i, scene, cause);
    }
}

/// What the last observation measured is now what held before.
void ConditionMonitor::settle()
{
    for (const NodeIndex i : measured_)
        nodes_[i].held_before = nodes_[i].now.truth == Truth::yes;
    measured_.clear();
    entered_ = false;
}

void ConditionMonitor::mark_due(const SceneState &scene)
{
    for (ObjectIndex i = 0; i < places_.size(); ++i) {
        if (!scene.changed(places_[i])) continue;
        for (const NodeIndex node : nodes_of_object_[i])
            links_[node].is_due = true;
    }
    const bool view = depends_on_view_ && scene.view_differs();
    const bool mode = depends_on_mode_ && scene.mode_changed();
    const bool tool = depends_on_tool_ && scene.tool_changed();
    if (!view && !mode && !tool && !depends_on_time_) return;
    const auto &nodes = condition_.program().nodes;
    for (NodeIndex i = 0; i < nodes.size(); ++i) {
        const Node &node = nodes[i];
        const bool time =
            is<Duration>(node) && nodes_[node.children.front()].now.truth == Truth::yes;
        links_[i].is_due = links_[i].is_due || time || (view && is<InView>(node)) ||
                           (mode && is<InMode>(node)) || (tool && is<WithTool>(node));
    }
}

void ConditionMonitor::update(NodeIndex index, const SceneState &scene, ChangeCause cause)
{
    const Node &node = condition_.program().nodes[index];
    NodeState &state = nodes_[index];
    const Truth before = state.now.truth;
    const bool was_reached = state.first_true_seconds.has_value();
    if (cause == ChangeCause::undo) {
        restore_turn(index, scene);
        if (is<Order>(node)) take_back_steps(node, state, scene);
    }
    const Sight sight{scene.surroundings(), NamedObjects(scene, places_), nodes_, last_seconds_};
    state.now = measure(node, sight, state);
    measured_.push_back(index);
    remember_turn(index, scene);
    widen(state);
    note_truth(index, scene, cause);
    const bool same =
        before == state.now.truth && was_reached == state.first_true_seconds.has_value();
    // Undo may take back steps without any truth changing.
    if (links_[index].parent && (!same || cause == ChangeCause::undo)) {
        links_[*links_[index].parent].is_due = true;
    }
}

void ConditionMonitor::note_truth(NodeIndex index, const SceneState &scene, ChangeCause cause)
{
    NodeState &state = nodes_[index];
    if (state.now.truth == Truth::no) note_untruth(index);
    if (state.now.truth != Truth::yes) return;
    const ReachedBy by = reached_by(scene, cause);
    if (!state.held_before) {
        state.true_since_seconds = last_seconds_;
        state.is_given = state.is_given || by != ReachedBy::learner;
        const bool begins = by == ReachedBy::learner;
        entered_ = entered_ || (begins && is_entered(condition_.program().nodes[index].predicate));
    }
    if (state.first_true_seconds) return;
    state.first_true_seconds = last_seconds_;
    state.first_true_observation = scene.observation();
    state.reached_by = by;
}

void ConditionMonitor::note_untruth(NodeIndex index)
{
    NodeState &state = nodes_[index];
    state.is_given = false;
    if (state.reached_by != ReachedBy::program || !links_[index].parent) return;
    const Node &parent = condition_.program().nodes[*links_[index].parent];
    if (is<Order>(parent) && !is_built_on(parent, nodes_, index)) state.first_true_seconds.reset();
}

ReachedBy ConditionMonitor::reached_by(const SceneState &scene, ChangeCause cause) const
{
    if (is_first(scene)) return ReachedBy::start;
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
        nodes_[child].first_true_seconds.reset();
}

bool ConditionMonitor::is_taken_back(NodeIndex step, const SceneState &scene) const
{
    const NodeState &state = nodes_[step];
    if (!state.first_true_seconds || state.now.truth == Truth::yes) return false;
    if (state.held_before) return true;
    const auto names = named_objects(condition_.program(), step);
    const auto changed = [&](ObjectIndex i) { return scene.changed(places_[i]); };
    const auto is_back = [&](ObjectIndex i) {
        return scene.history(places_[i]).was_so_before(state.first_true_observation);
    };
    return std::ranges::any_of(names, changed) && std::ranges::all_of(names, is_back);
}

void ConditionMonitor::restore_turn(NodeIndex index, const SceneState &scene)
{
    const auto *turned = std::get_if<Turned>(&condition_.program().nodes[index].predicate);
    if (!turned) return;
    const auto known = turns_.find({index, scene.history(places_[turned->object]).state()});
    if (known != turns_.end()) nodes_[index].twist_rad = known->second;
}

void ConditionMonitor::remember_turn(NodeIndex index, const SceneState &scene)
{
    const auto *turned = std::get_if<Turned>(&condition_.program().nodes[index].predicate);
    if (!turned) return;
    const ObjectPlace place = places_[turned->object];
    if (!is_first(scene) && !scene.changed(place)) return;
    if (turns_.size() >= remembered_states_limit) turns_.clear();
    turns_[{index, scene.history(place).state()}] = nodes_[index].twist_rad;
}

void ConditionMonitor::set_tolerance_factor(double factor)
{
    if (factor != factor_) condition_ = authored_.tightened(factor);
    factor_ = factor;
    for (Link &link : links_)
        link.is_due = true;
}

bool ConditionMonitor::is_concerned_by_surroundings(const SceneState &scene) const
{
    return is_time_running() || (depends_on_view_ && scene.view_differs()) ||
           (depends_on_mode_ && scene.mode_changed()) || (depends_on_tool_ && scene.tool_changed());
}

bool ConditionMonitor::is_time_running() const
{
    return depends_on_time_ && scene::is_time_running(condition_.program(), nodes_);
}

std::optional<double> ConditionMonitor::due_seconds() const
{
    if (!depends_on_time_) return std::nullopt;
    return scene::due_seconds(condition_.program(), nodes_, last_seconds_);
}

std::optional<double> ConditionMonitor::held_since_seconds() const
{
    const NodeState &root = nodes_[condition_.program().root()];
    return holds(condition_.program(), nodes_) ? std::optional(root.true_since_seconds)
                                               : std::nullopt;
}

Standing ConditionMonitor::standing(const SceneState &scene) const
{
    const Program &program = condition_.program();
    Standing standing{.holds = holds(program, nodes_),
                      .broken = has_order_ && is_broken(program, nodes_),
                      .changed = {},
                      .entered = entered_,
                      .looked = views_only_ && scene.view_turned()};
    for (ObjectIndex i = 0; i < places_.size(); ++i) {
        if (scene.changed(places_[i])) standing.changed.push_back(program.objects[i]);
        // The states are hashes already.
        standing.state = standing.state * 31 + scene.history(places_[i]).state();
    }
    std::ranges::sort(standing.changed);
    return standing;
}

} // namespace mvr::scene
