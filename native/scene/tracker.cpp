#include "scene/tracker.hpp"

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

} // namespace

TrackedObjects::TrackedObjects(const std::vector<std::string> &names, const Snapshot &start)
    : found_(names.size()), places_(names.size())
{
    find_in(names, start);
    for (const ObjectState *object : found_) {
        starts_.push_back(object
                              ? std::optional(StartPose{object->world.origin(), object->rotation})
                              : std::nullopt);
    }
}

void TrackedObjects::find_in(const std::vector<std::string> &names, const Snapshot &now)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::size_t &place = places_[i];
        const bool same = place < now.objects.size() && now.objects[place].name == names[i];
        found_[i] = same ? &now.objects[place] : now.find(names[i]);
        if (found_[i]) place = static_cast<std::size_t>(found_[i] - now.objects.data());
    }
}

Tracker::Tracker(Condition condition, const Snapshot &start)
    : authored_(condition), condition_(std::move(condition)),
      objects_(condition_.program().objects, start), nodes_(condition_.program().nodes.size()),
      history_(condition_.program().objects.size()), activity_(start),
      last_seconds_(start.time_seconds)
{
    update_nodes(start, false);
}

void Tracker::observe(const Snapshot &now) { take(now, false); }

void Tracker::observe_undone(const Snapshot &now) { take(now, true); }

void Tracker::take(const Snapshot &now, bool undone)
{
    objects_.find_in(condition_.program().objects, now);
    last_seconds_ = std::max(last_seconds_, now.time_seconds);
    update_nodes(now, undone);
    activity_.observe(now);
}

void Tracker::update_nodes(const Snapshot &now, bool undone)
{
    ++observations_;
    history_.observe(objects_, observations_);
    const Sight sight{now, objects_, nodes_, last_seconds_};
    const auto &nodes = condition_.program().nodes;
    for (NodeIndex i = 0; i < nodes.size(); ++i) {
        NodeState &state = nodes_[i];
        state.held_before = state.now.truth == Truth::yes;
        if (undone) {
            restore_turn(i);
            if (std::holds_alternative<Order>(nodes[i].predicate)) take_back_steps(nodes[i], state);
        }
        state.now = measure(nodes[i], sight, state);
        remember_turn(i);
        widen(state);
        if (state.now.truth != Truth::yes) continue;
        if (!state.held_before) state.true_since_seconds = last_seconds_;
        if (!state.first_true_seconds) {
            state.first_true_seconds = last_seconds_;
            state.first_true_observation = observations_;
        }
    }
}

void Tracker::take_back_steps(const Node &order, NodeState &state)
{
    std::vector<NodeIndex> taken_back;
    for (std::size_t step = 0; step < order.children.size(); ++step) {
        const NodeIndex child = order.children[step];
        if (!is_taken_back(child)) continue;
        if (came_too_early(order, nodes_, step)) ++state.self_corrected;
        taken_back.push_back(child);
    }
    for (const NodeIndex child : taken_back)
        nodes_[child].first_true_seconds.reset();
}

bool Tracker::is_taken_back(NodeIndex step) const
{
    const NodeState &state = nodes_[step];
    if (!state.first_true_seconds || state.now.truth == Truth::yes) return false;
    if (state.held_before) return true;
    const auto names = named_objects(condition_.program(), step);
    const auto changed = [&](ObjectIndex i) { return history_.changed(i); };
    const auto is_back = [&](ObjectIndex i) {
        return history_.was_so_before(i, state.first_true_observation);
    };
    return std::ranges::any_of(names, changed) && std::ranges::all_of(names, is_back);
}

void Tracker::restore_turn(NodeIndex index)
{
    const auto *turned = std::get_if<Turned>(&condition_.program().nodes[index].predicate);
    if (!turned) return;
    const auto known = turns_.find({index, history_.state(turned->object)});
    if (known != turns_.end()) nodes_[index].twist_rad = known->second;
}

void Tracker::remember_turn(NodeIndex index)
{
    const auto *turned = std::get_if<Turned>(&condition_.program().nodes[index].predicate);
    if (!turned || (observations_ > 1 && !history_.changed(turned->object))) return;
    if (turns_.size() >= remembered_states_limit) turns_.clear();
    turns_[{index, history_.state(turned->object)}] = nodes_[index].twist_rad;
}

void Tracker::set_tolerance_factor(double factor) { condition_ = authored_.tightened(factor); }

Evaluation Tracker::evaluate() const { return scene::evaluate(condition_.program(), nodes_); }

Standing Tracker::standing() const
{
    const Program &program = condition_.program();
    Standing standing{.holds = holds(program, nodes_),
                      .broken = is_broken(program, nodes_),
                      .changed = {},
                      .looked = activity_.view_turned() && asks_for_views_only(program),
                      .state = history_.state()};
    for (ObjectIndex i = 0; i < program.objects.size(); ++i) {
        if (history_.changed(i)) standing.changed.push_back(program.objects[i]);
    }
    std::ranges::sort(standing.changed);
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
        const NodeState &state = nodes_[i];
        const bool begins = state.now.truth == Truth::yes && !state.held_before;
        standing.entered = standing.entered ||
                           (observations_ > 1 && begins && is_entered(program.nodes[i].predicate));
        standing.self_corrected += state.self_corrected;
    }
    return standing;
}

} // namespace mvr::scene
