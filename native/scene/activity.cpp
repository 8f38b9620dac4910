#include "scene/activity.hpp"

#include "scene/same_object.hpp"
#include "scene/units.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

bool shifted(const Vec3 &a, const Vec3 &b) { return length(a - b) > length_epsilon_m; }

bool same_stand(const ViewState &a, const ViewState &b)
{
    return !shifted(a.eye, b.eye) && !shifted(a.forward, b.forward) && !shifted(a.up, b.up);
}

bool same_view(const ViewState &a, const ViewState &b)
{
    return same_stand(a, b) &&
           std::abs(a.vertical_fov_rad - b.vertical_fov_rad) <= angle_epsilon_rad &&
           std::abs(a.parallel_height_m - b.parallel_height_m) <= length_epsilon_m;
}

bool measurable(const ObjectState &object)
{
    return is_finite(object.world.origin()) && is_finite(object.rotation);
}

} // namespace

ActivityMeter::ActivityMeter(const Snapshot &start)
    : view_(start.view), mode_(start.mode), active_tool_(start.active_tool),
      start_seconds_(start.time_seconds), now_seconds_(start.time_seconds)
{
    observe_objects(start);
}

void ActivityMeter::observe(const Snapshot &now)
{
    now_seconds_ = std::max(now_seconds_, now.time_seconds);
    const bool view = observe_view(now);
    bool changed = observe_objects(now) || view;
    changed = changed || now.mode != mode_ || now.active_tool != active_tool_;
    mode_ = now.mode;
    active_tool_ = now.active_tool;
    if (!changed) return;
    ++changes_;
    if (last_change_seconds_ && now_seconds_ - *last_change_seconds_ < idle_gap_seconds) {
        active_seconds_ += now_seconds_ - *last_change_seconds_;
    }
    last_change_seconds_ = now_seconds_;
}

bool ActivityMeter::observe_objects(const Snapshot &now)
{
    ++observations_;
    bool changed = false;
    for (std::size_t place = 0; place < now.objects.size(); ++place) {
        const ObjectState &object = now.objects[place];
        const std::size_t track = track_of(object, place);
        if (track < tracks_.size()) {
            changed = observe_object(tracks_[track], object) || changed;
            continue;
        }
        by_name_.emplace(object.name, track);
        tracks_.push_back(
            {.last = object, .first_origin = object.world.origin(), .seen = observations_});
        changed = true;
    }
    return drop_absent() || changed;
}

/// The object's track, or the end of the tracks for a new object. It mostly stands where it did.
std::size_t ActivityMeter::track_of(const ObjectState &object, std::size_t place) const
{
    if (place < tracks_.size() && tracks_[place].last.name == object.name) return place;
    const auto known = by_name_.find(object.name);
    return known == by_name_.end() ? tracks_.size() : known->second;
}

bool ActivityMeter::drop_absent()
{
    bool changed = false;
    for (Track &track : tracks_) {
        if (!track.present || track.seen == observations_) continue;
        track.present = false;
        track.moving = false;
        changed = true;
    }
    return changed;
}

bool ActivityMeter::observe_object(Track &track, const ObjectState &now)
{
    const bool returned = !track.present;
    track.present = true;
    track.seen = observations_;
    const bool from_known = measurable(track.last);
    if (!from_known) track.first_origin = now.world.origin();
    const bool moved = from_known && measurable(now) && !same_pose(track.last, now);
    if (moved) observe_pose(track, now);
    track.moving = moved;
    if (from_known && !moved && !returned && same_object(track.last, now)) return false;
    // What cannot be measured must not become what later poses are measured against.
    if (measurable(now) || !from_known) track.last = now;
    return true;
}

void ActivityMeter::observe_pose(Track &track, const ObjectState &now)
{
    track.path_m += length(now.world.origin() - track.last.world.origin());
    const bool rested = now_seconds_ - track.last_moved_seconds >= movement_gap_seconds;
    if (!track.moving || rested) ++track.moves;
    track.last_moved_seconds = now_seconds_;
}

bool ActivityMeter::observe_view(const Snapshot &now)
{
    const bool same =
        view_.has_value() == now.view.has_value() && (!view_ || same_view(*view_, *now.view));
    view_turned_ = view_ && now.view && !same_stand(*view_, *now.view);
    view_ = now.view;
    if (!same) ++view_changes_;
    return !same;
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
    for (const Track &track : tracks_) {
        if (track.moves > 0) sums.moves_by_object[track.last.name] = track.moves;
        sums.moves += track.moves;
        sums.path_length_m += track.path_m;
        if (track.path_m <= length_epsilon_m) continue;
        efficiencies += length(track.last.world.origin() - track.first_origin) / track.path_m;
        ++travelled;
    }
    if (travelled > 0) sums.path_efficiency = efficiencies / travelled;
    return sums;
}

} // namespace mvr::scene
