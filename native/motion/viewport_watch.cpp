#include "motion/viewport_watch.hpp"

#include "motion/smoothness.hpp"
#include "scene/rotation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mvr::motion {
namespace {

// Below this, two looks show the same: Blender gives its numbers as floats.
constexpr double same_place_m = 1e-5;
constexpr double same_turn_rad = 1e-4;

/// Zones and other helpers of the author are hidden from whoever learns.
bool is_in_sight(const scene::ObjectState &object)
{
    return object.visible && object.type != "EMPTY";
}

std::vector<Vec3> corners_of_visible(const scene::SceneState &scene)
{
    std::vector<Vec3> corners;
    for (scene::ObjectPlace place = 0; place < scene.places(); ++place) {
        const scene::ObjectState *object = scene.object(place);
        if (object != nullptr && is_in_sight(*object))
            corners.insert(corners.end(), object->bounds.begin(), object->bounds.end());
    }
    return corners;
}

Vec3 middle(const std::vector<Vec3> &points)
{
    Vec3 low = points.front();
    Vec3 high = low;
    for (const Vec3 &p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
    }
    return (low + high) * .5;
}

/// Where a point is in the picture: -1 to 1 from edge to edge; nothing beside or behind the eye.
struct InPicture {
    double across = 0;
    double up = 0;
};

std::optional<InPicture> in_picture(const scene::ViewState &view, const Vec3 &point)
{
    const Vec3 way = point - view.eye;
    const double depth = dot(way, view.forward);
    const bool is_parallel = view.parallel_height_m > 0;
    if (!is_parallel && !(depth > 0)) return std::nullopt;
    const double half_height =
        is_parallel ? view.parallel_height_m / 2 : depth * std::tan(view.vertical_fov_rad / 2);
    if (!(half_height > 0) || !(view.aspect > 0)) return std::nullopt;
    const Vec3 right = cross(view.forward, view.up);
    return InPicture{dot(way, right) / (half_height * view.aspect),
                     dot(way, view.up) / half_height};
}

} // namespace

Quat camera_rotation(const scene::ViewState &view)
{
    const Vec3 right = scene::normalised(cross(view.forward, view.up));
    const Vec3 up = cross(right, view.forward);
    const Vec3 back = view.forward * -1;
    scene::Mat4 turn;
    turn.m = {right.x, up.x, back.x, 0, right.y, up.y, back.y, 0,
              right.z, up.z, back.z, 0, 0,       0,    0,      1};
    return scene::rotation_of(turn);
}

std::optional<double> height_share(const scene::ViewState &view, const std::vector<Vec3> &corners)
{
    if (corners.empty()) return std::nullopt;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Vec3 &corner : corners) {
        const auto at = in_picture(view, corner);
        if (!at) return std::nullopt;
        low = std::min(low, at->up);
        high = std::max(high, at->up);
    }
    return (high - low) / 2;
}

void ViewportWatch::observe(const scene::SceneState &scene, double seconds,
                            const std::optional<scene::ViewState> &view, bool keeps_trace)
{
    if (view)
        look(scene, seconds, *view);
    else
        before_.reset();
    if (keeps_trace)
        trace_.look(scene, seconds, view);
    else
        trace_.drop(); // also what was traced before the learner took the consent back
}

void ViewportWatch::look_away(bool keeps_trace)
{
    before_.reset();
    if (keeps_trace)
        trace_.look_away();
    else
        trace_.drop();
}

void ViewportWatch::look(const scene::SceneState &scene, double seconds,
                         const scene::ViewState &view)
{
    Look now{seconds, view.eye, camera_rotation(view), false, true};
    if (before_) {
        const double passed_seconds = seconds - before_->seconds;
        if (passed_seconds <= 0) return; // the same moment, or a pause: time stands still
        now.begins = passed_seconds > longest_gap_seconds;
        now.moved = length(now.eye - before_->eye) > same_place_m ||
                    scene::angle_between(now.rotation, before_->rotation) > same_turn_rad;
        if (!now.begins) look_at_parts(scene, view, passed_seconds);
    }
    movements_.add(now);
    before_ = now;
    ++looks_;
}

void ViewportWatch::look_at_parts(const scene::SceneState &scene, const scene::ViewState &view,
                                  double passed_seconds)
{
    watched_seconds_ += passed_seconds;
    const std::vector<Vec3> corners = corners_of_visible(scene);
    if (corners.empty()) return;
    cells_.enter(view_cell(view.eye, middle(corners)));
    if (const auto share = height_share(view, corners)) {
        if (const auto zoom = zoom_appropriateness(*share)) {
            zoom_sum_ += *zoom * passed_seconds;
            zoom_seconds_ += passed_seconds;
        }
        framed_.add({*share, passed_seconds});
    }
    for (scene::ObjectPlace place = 0; place < scene.places(); ++place) {
        const scene::ObjectState *object = scene.object(place);
        if (object == nullptr || !is_in_sight(*object)) continue;
        const auto at = in_picture(view, scene::centre(object->bounds));
        if (at && std::abs(at->across) <= 1 && std::abs(at->up) <= 1)
            dwell_seconds_[scene.name(place)] += passed_seconds;
    }
}

ViewportFeatures ViewportWatch::features() const
{
    const MovementSums::Result moved = movements_.result();
    ViewportFeatures features;
    features.samples = looks_;
    features.watched_seconds = watched_seconds_;
    features.movements = moved.movements;
    features.path_efficiency = moved.path_efficiency;
    features.rotation_efficiency = moved.rotation_efficiency;
    features.rotation_arc_length = moved.arc_length;
    if (moved.arc_length) features.rotation_smoothness = smoothness_share(*moved.arc_length);
    features.rotation_jerk = moved.jerk;
    if (zoom_seconds_ > 0) features.zoom_appropriateness = zoom_sum_ / zoom_seconds_;
    features.well_framed_share = framed_.share();
    features.revisit_entropy_nats = cells_.entropy_nats();
    features.dwell_seconds = dwell_seconds_;
    return features;
}

} // namespace mvr::motion
