#include "scene/activity.hpp"

#include "scene/same_object.hpp"
#include "scene/units.hpp"

#include <algorithm>

namespace mvr::scene {

void ActivityMeter::observe(const SceneState &scene, double seconds)
{
    tick(seconds);
    for (const ObjectPlace place : scene.changed_objects())
        observe_object(scene, place);
    if (scene.view_changed()) ++view_changes_;
    const bool surroundings = scene.view_changed() || scene.mode_changed() || scene.tool_changed();
    if (surroundings || !scene.changed_objects().empty()) count_change();
}

void ActivityMeter::rebase(const SceneState &scene, double seconds)
{
    tick(seconds);
    for (const ObjectPlace place : scene.changed_objects()) {
        Track &track = track_of(scene, place);
        const ObjectState *const object = scene.object(place);
        if (!object || !is_measurable(*object)) continue;
        const Pose now = pose_of(*object);
        track.first_origin = track.first_origin + (now.origin - track.last.origin);
        track.last = now;
    }
}

void ActivityMeter::tick(double seconds) { now_seconds_ = std::max(now_seconds_, seconds); }

void ActivityMeter::count_change()
{
    ++changes_;
    if (last_change_seconds_ && now_seconds_ - *last_change_seconds_ < idle_gap_seconds) {
        active_seconds_ += now_seconds_ - *last_change_seconds_;
    }
    last_change_seconds_ = now_seconds_;
}

ActivityMeter::Track &ActivityMeter::track_of(const SceneState &scene, ObjectPlace place)
{
    const auto known = tracks_.find(place);
    if (known != tracks_.end()) return known->second;
    Track track{.name = scene.name(place), .last = {}, .first_origin = {}};
    const ObjectState *const object = scene.object(place);
    if (scene.before(place)) {
        track.last = *scene.before(place);
    } else if (object) {
        track.last = pose_of(*object);
    }
    track.first_origin = track.last.origin;
    return tracks_.emplace(place, std::move(track)).first->second;
}

void ActivityMeter::observe_object(const SceneState &scene, ObjectPlace place)
{
    Track &track = track_of(scene, place);
    const ObjectState *const object = scene.object(place);
    if (!object) return;
    const Pose now = pose_of(*object);
    if (!is_measurable(track.last)) {
        track.last = now;
        track.first_origin = now.origin;
    } else if (is_measurable(
                   now)) { // else it must not become what later poses are measured against
        if (!same_pose(track.last, now)) observe_pose(track, now, scene.observation());
        track.last = now;
    }
}

void ActivityMeter::observe_pose(Track &track, const Pose &now, std::size_t observation)
{
    track.path_m += length(now.origin - track.last.origin);
    const bool was_moving = track.moves > 0 && track.last_moved_at + 1 == observation;
    const bool rested = now_seconds_ - track.last_moved_seconds >= movement_gap_seconds;
    if (!was_moving || rested) ++track.moves;
    track.last_moved_seconds = now_seconds_;
    track.last_moved_at = observation;
}

ActivityMetrics ActivityMeter::metrics() const
{
    ActivityMetrics sums{.changes = changes_,
                         .view_changes = view_changes_,
                         .moves_by_object = {},
                         .active_seconds = active_seconds_,
                         .total_seconds = now_seconds_ - start_seconds_,
                         .path_efficiency = {}};
    double efficiencies = 0;
    int travelled = 0;
    for (const auto &[place, track] : tracks_) {
        if (track.moves > 0) sums.moves_by_object[track.name] = track.moves;
        sums.moves += track.moves;
        sums.path_length_m += track.path_m;
        if (track.path_m <= length_epsilon_m) continue;
        efficiencies += length(track.last.origin - track.first_origin) / track.path_m;
        ++travelled;
    }
    if (travelled > 0) sums.path_efficiency = efficiencies / travelled;
    return sums;
}

} // namespace mvr::scene
