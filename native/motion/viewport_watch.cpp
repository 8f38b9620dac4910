#include "motion/viewport_watch.hpp"

#include "scene/rotation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mvr::motion {
namespace {

// Below this, two looks show the same: Blender gives its numbers as floats.
constexpr double same_place_m = 1e-5;
constexpr double same_turn_rad = 1e-4;
/// What nobody takes must not grow without end; a chunk can say 65,535.
constexpr std::size_t most_waiting_samples = 60'000;

TracedPose traced(const Vec3 &place, const Quat &rotation)
{
    const auto narrow = [](double value) { return static_cast<float>(value); };
    return {{narrow(place.x), narrow(place.y), narrow(place.z)},
            {narrow(rotation.w), narrow(rotation.x), narrow(rotation.y), narrow(rotation.z)}};
}

std::vector<Vec3> corners_of_visible(const scene::SceneState &scene)
{
    std::vector<Vec3> corners;
    for (scene::ObjectPlace place = 0; place < scene.places(); ++place) {
        const scene::ObjectState *object = scene.object(place);
        if (object != nullptr && object->visible)
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
    if (view && looks_.size() < most_samples) look(scene, seconds, *view);
    if (keeps_trace)
        trace(scene, seconds, view);
    else
        chunk_ = {}; // also what was traced before the learner took the consent back
}

void ViewportWatch::look(const scene::SceneState &scene, double seconds,
                         const scene::ViewState &view)
{
    Look now{seconds, view.eye, camera_rotation(view), false, true};
    if (!looks_.empty()) {
        const Look &before = looks_.back();
        const double passed_seconds = seconds - before.seconds;
        if (passed_seconds <= 0) return; // the same moment, or a pause: time stands still
        now.begins = passed_seconds > longest_gap_seconds;
        now.moved = length(now.eye - before.eye) > same_place_m ||
                    scene::angle_between(now.rotation, before.rotation) > same_turn_rad;
        if (!now.begins) look_at_parts(scene, view, passed_seconds);
    }
    looks_.push_back(now);
}

void ViewportWatch::look_at_parts(const scene::SceneState &scene, const scene::ViewState &view,
                                  double passed_seconds)
{
    watched_seconds_ += passed_seconds;
    const std::vector<Vec3> corners = corners_of_visible(scene);
    if (corners.empty()) return;
    const std::int32_t cell = view_cell(view.eye, middle(corners));
    if (cells_.empty() || cells_.back() != cell) cells_.push_back(cell);
    if (const auto share = height_share(view, corners)) {
        if (const auto zoom = zoom_appropriateness(*share)) {
            zoom_sum_ += *zoom * passed_seconds;
            zoom_seconds_ += passed_seconds;
        }
        seen_.push_back({*share, passed_seconds});
    }
    for (scene::ObjectPlace place = 0; place < scene.places(); ++place) {
        const scene::ObjectState *object = scene.object(place);
        if (object == nullptr || !object->visible) continue;
        const auto at = in_picture(view, scene::centre(object->bounds));
        if (at && std::abs(at->across) <= 1 && std::abs(at->up) <= 1)
            dwell_seconds_[scene.name(place)] += passed_seconds;
    }
}

/// What stands otherwise than in the sample before; nothing new is no sample, but the first one.
void ViewportWatch::trace(const scene::SceneState &scene, double seconds,
                          const std::optional<scene::ViewState> &view)
{
    if (chunk_.samples.size() >= most_waiting_samples) return;
    const bool is_first = chunk_.samples.empty();
    if (is_first) {
        chunk_.session_id = session_id_;
        chunk_.parts.clear();
        traced_view_.reset();
        traced_parts_.assign(scene.places(), std::nullopt);
        for (scene::ObjectPlace place = 0; place < scene.places(); ++place)
            chunk_.parts.push_back(scene.name(place));
    }
    TraceSample sample;
    sample.milliseconds = static_cast<std::uint32_t>(std::llround(std::max(seconds, 0.0) * 1000));
    if (view) {
        const TracedView now{traced(view->eye, camera_rotation(*view)),
                             static_cast<float>(view->vertical_fov_rad),
                             static_cast<float>(view->parallel_height_m)};
        if (traced_view_ != now) sample.view = traced_view_ = now;
    }
    for (std::size_t place = 0; place < traced_parts_.size(); ++place) {
        const scene::ObjectState *object = scene.object(place);
        std::optional<TracedPose> now;
        if (object != nullptr) now = traced(object->world.origin(), object->rotation);
        if (!is_first && now == traced_parts_[place]) continue;
        traced_parts_[place] = now;
        sample.moved.push_back(
            {static_cast<std::uint16_t>(place), now.has_value(), now.value_or(TracedPose{})});
    }
    if (is_first || sample.view || !sample.moved.empty())
        chunk_.samples.push_back(std::move(sample));
}

std::optional<TraceChunk> ViewportWatch::take_trace()
{
    if (chunk_.samples.empty()) return std::nullopt;
    TraceChunk taken = std::move(chunk_);
    chunk_ = {};
    return taken;
}

} // namespace mvr::motion
