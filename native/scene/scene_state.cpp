#include "scene/scene_state.hpp"

#include "scene/same_object.hpp"
#include "scene/same_view.hpp"

#include <algorithm>
#include <utility>

namespace mvr::scene {
namespace {

bool same(const ObjectState &a, const ObjectState &b)
{
    // Comparing with what is no number finds no difference, which would keep it for ever.
    return is_measurable(a) == is_measurable(b) && same_object(a, b);
}

std::optional<Pose> pose_of(const std::optional<ObjectState> &object)
{
    return object ? std::optional(scene::pose_of(*object)) : std::nullopt;
}

} // namespace

ObjectPlace SceneState::place(std::string_view name)
{
    const auto known = places_.find(name);
    if (known != places_.end()) return known->second;
    const ObjectPlace added = entries_.size();
    entries_.emplace_back().name = name;
    if (observation_ > 0) entries_.back().history.observe(0, 1); // it was missing until now
    places_.emplace(name, added);
    return added;
}

const ObjectState *SceneState::object(ObjectPlace place) const
{
    const auto &now = entries_[place].now;
    return now ? &*now : nullptr;
}

void SceneState::set_object(ObjectState object)
{
    const ObjectPlace at = place(object.name);
    Entry &entry = entries_[at];
    if (entry.uuid.empty()) entry.uuid = object.uuid;
    if (entry.uuid != object.uuid) {
        remove_at(at);
        return;
    }
    if (entry.now && same(*entry.now, object)) return;
    stage(at);
    const bool both = entry.now && is_measurable(*entry.now) && is_measurable(object);
    if (both && same_bounds(*entry.now, object)) {
        follow_origin(entry, object.world.origin() - entry.now->world.origin());
    }
    entry.now = std::move(object);
}

void SceneState::remove_object(std::string_view name) { remove_at(place(name)); }

void SceneState::remove_at(ObjectPlace place)
{
    if (!entries_[place].now) return;
    stage(place);
    entries_[place].now.reset();
}

void SceneState::set_mode_and_tool(std::string mode, std::string active_tool)
{
    staged_.mode = std::move(mode);
    staged_.active_tool = std::move(active_tool);
}

void SceneState::set_answer(std::string_view question, Answer answer)
{
    const auto known = staged_.answers.find(question);
    if (known != staged_.answers.end() && known->second == answer) return;
    if (std::ranges::find(staged_answers_, question) == staged_answers_.end())
        staged_answers_.emplace_back(question);
    staged_.answers.insert_or_assign(std::string(question), std::move(answer));
}

void SceneState::stage(ObjectPlace place)
{
    Entry &entry = entries_[place];
    if (entry.staged) return;
    entry.staged = true;
    entry.before = pose_of(entry.now);
    staged_objects_.push_back(place);
}

void SceneState::observe()
{
    ++observation_;
    observe_objects();
    observe_surroundings();
}

void SceneState::rebase()
{
    for (const ObjectPlace place : staged_objects_)
        shift_start(entries_[place]);
    observe();
}

void SceneState::observe_objects()
{
    changed_.clear();
    if (observation_ == 1) {
        for (Entry &entry : entries_) {
            entry.start = pose_of(entry.now);
            entry.before = entry.start;
            entry.history.observe(entry.now ? state_number(*entry.now) : 0, observation_);
            entry.staged = false;
        }
        staged_objects_.clear();
        return;
    }
    std::swap(changed_, staged_objects_);
    for (const ObjectPlace place : changed_) {
        Entry &entry = entries_[place];
        entry.staged = false;
        entry.changed_at = observation_;
        entry.history.observe(entry.now ? state_number(*entry.now) : 0, observation_);
    }
}

void SceneState::observe_surroundings()
{
    const auto &was = surroundings_.view;
    const auto &now = staged_.view;
    const bool both = was && now;
    const bool first = observation_ == 1;
    view_differs_ = first || was != now;
    view_changed_ =
        !first && (was.has_value() != now.has_value() || (both && !same_view(*was, *now)));
    view_turned_ = !first && both && !same_stand(*was, *now);
    mode_changed_ = !first && surroundings_.mode != staged_.mode;
    tool_changed_ = !first && surroundings_.active_tool != staged_.active_tool;
    changed_answers_ = std::exchange(staged_answers_, {});
    selection_changed_ = !first && surroundings_.selection != staged_.selection;
    surroundings_ = staged_;
}

std::uint64_t SceneState::answer_number(std::string_view question) const
{
    const auto known = surroundings_.answers.find(question);
    return known == surroundings_.answers.end() ? 0 : state_number(known->second);
}

bool SceneState::differs(Beside what) const
{
    switch (what) {
    case Beside::view: return view_differs_;
    case Beside::mode: return mode_changed_;
    case Beside::tool: return tool_changed_;
    case Beside::selection: return selection_changed_;
    case Beside::answers: return !changed_answers_.empty();
    case Beside::nothing: break;
    }
    return false;
}

/// The origin was set elsewhere (Apply › Location), and the body lies where it lay.
void SceneState::follow_origin(Entry &entry, const Vec3 &way)
{
    for (std::optional<Pose> *pose : {&entry.start, &entry.before})
        if (*pose) (*pose)->origin = (*pose)->origin + way;
}

void SceneState::shift_start(Entry &entry)
{
    if (!entry.start || !entry.before || !entry.now || !is_measurable(*entry.now)) return;
    const Pose &from = *entry.before;
    if (!is_measurable(from)) return;
    entry.start->origin = entry.start->origin + (entry.now->world.origin() - from.origin);
    entry.start->rotation = entry.now->rotation * conjugate(from.rotation) * entry.start->rotation;
}

} // namespace mvr::scene
