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
        besides_.insert(beside_of(node.predicate));
        if (const auto *const answer = std::get_if<HasAnswer>(&node.predicate))
            questions_.insert(answer->question);
        depends_on_time_ = depends_on_time_ || asks_for_time(node.predicate);
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
    mark_due(scene, cause);
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

void ConditionMonitor::mark_due(const SceneState &scene, ChangeCause cause)
{
    for (ObjectIndex i = 0; i < places_.size(); ++i) {
        if (!scene.changed(places_[i])) continue;
        for (const NodeIndex node : nodes_of_object_[i]) {
            links_[node].is_due = true;
            if (cause != ChangeCause::undo) // which leaves it as it was
                links_[node].is_worked_on = cause == ChangeCause::learner;
        }
    }
    mark_due_by_surroundings(scene, cause);
}

void ConditionMonitor::mark_due_by_surroundings(const SceneState &scene, ChangeCause cause)
{
    if (!differs(scene) && !depends_on_time_) return;
    const auto &nodes = condition_.program().nodes;
    for (NodeIndex i = 0; i < nodes.size(); ++i) {
        const Node &node = nodes[i];
        const bool time = depends_on_time_ && counts_time(condition_.program(), nodes_, i);
        links_[i].is_due = links_[i].is_due || time || scene.differs(beside_of(node.predicate));
        if (needs_view(node.predicate) && scene.view_turned() && cause == ChangeCause::learner)
            links_[i].is_worked_on = true;
    }
}

void ConditionMonitor::update(NodeIndex index, const SceneState &scene, ChangeCause cause)
{
    const Node &node = condition_.program().nodes[index];
    NodeState &state = nodes_[index];
    const Truth before = state.now.truth;
    const bool was_reached = state.reached.has_value();
    // Only the learner's way from one rotation to the next counts: what else leads there is no
    // turn.
    if (cause != ChangeCause::learner) state.turned_from.reset();
    if (cause == ChangeCause::program) state.viewing.last.reset(); // Undo turns no view
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
    const bool same = before == state.now.truth && was_reached == state.reached.has_value();
    // Undo may take back steps without any truth changing.
    if (links_[index].parent && (!same || cause == ChangeCause::undo)) {
        links_[*links_[index].parent].is_due = true;
    }
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
    return is_time_running() || differs(scene);
}

bool ConditionMonitor::differs(const SceneState &scene) const
{
    return std::ranges::any_of(besides_, [&](Beside what) { return scene.differs(what); });
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
    for (const std::string &question : scene.changed_answers()) {
        if (questions_.contains(question)) standing.changed.push_back(question);
    }
    for (const std::string &question : questions_)
        standing.state = standing.state * 31 + scene.answer_number(question);
    std::ranges::sort(standing.changed);
    return standing;
}

} // namespace mvr::scene
