#include "scene/tracker.hpp"

#include "scene/evaluate.hpp"
#include "scene/measure.hpp"

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
    : condition_(std::move(condition)), objects_(condition_.program().objects, start),
      nodes_(condition_.program().nodes.size()), activity_(start), last_seconds_(start.time_seconds)
{
    update_nodes(start);
}

void Tracker::observe(const Snapshot &now)
{
    objects_.find_in(condition_.program().objects, now);
    last_seconds_ = std::max(last_seconds_, now.time_seconds);
    update_nodes(now);
    activity_.observe(now);
}

void Tracker::update_nodes(const Snapshot &now)
{
    ++observations_;
    const Sight sight{now, objects_, nodes_, last_seconds_};
    const auto &nodes = condition_.program().nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        NodeState &state = nodes_[i];
        const bool held = state.now.truth == Truth::yes;
        state.now = measure(nodes[i], sight, state);
        widen(state);
        if (state.now.truth != Truth::yes) continue;
        if (!held) state.true_since_seconds = last_seconds_;
        if (!state.first_true_seconds) {
            state.first_true_seconds = last_seconds_;
            state.first_true_observation = observations_;
        }
    }
}

Evaluation Tracker::evaluate() const { return scene::evaluate(condition_.program(), nodes_); }

} // namespace mvr::scene
