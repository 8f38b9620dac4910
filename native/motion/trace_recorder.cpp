#include "motion/trace_recorder.hpp"

#include "motion/viewport_watch.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::motion {
namespace {

/// What nobody takes must not grow without end; a chunk can say 65,535.
constexpr std::size_t most_waiting_samples = 60'000;

TracedPose traced(const Vec3 &place, const Quat &rotation)
{
    const auto narrow = [](double value) { return static_cast<float>(value); };
    return {{narrow(place.x), narrow(place.y), narrow(place.z)},
            {narrow(rotation.w), narrow(rotation.x), narrow(rotation.y), narrow(rotation.z)}};
}

std::uint32_t milliseconds_of(double seconds)
{
    return static_cast<std::uint32_t>(std::llround(std::max(seconds, 0.0) * 1000));
}

} // namespace

void TraceRecorder::look(const scene::SceneState &scene, double seconds,
                         const std::optional<scene::ViewState> &view)
{
    if (chunk_.samples.size() >= most_waiting_samples) return;
    if (looked_seconds_ && seconds - *looked_seconds_ > longest_silence_seconds) look_away();
    looked_seconds_ = seconds;
    TraceSample sample;
    sample.milliseconds = milliseconds_of(seconds);
    see(sample, view);
    move_parts(sample, scene);
    // Nothing new is no sample.
    if (sample.sight != Sight::as_before || !sample.moved.empty())
        chunk_.samples.push_back(std::move(sample));
}

void TraceRecorder::look_away()
{
    if (!looked_seconds_ || sight_ == Sight::not_watched) return;
    sight_ = Sight::not_watched;
    chunk_.samples.push_back({milliseconds_of(*looked_seconds_), Sight::not_watched, {}, {}});
}

void TraceRecorder::see(TraceSample &sample, const std::optional<scene::ViewState> &view)
{
    const Sight now = view ? Sight::view : Sight::no_view;
    TracedView seen;
    if (view) {
        seen = {traced(view->eye, camera_rotation(*view)),
                static_cast<float>(view->vertical_fov_rad),
                static_cast<float>(view->parallel_height_m)};
    }
    if (sight_ == now && view_ == seen) return;
    sight_ = sample.sight = now;
    view_ = sample.view = seen;
}

void TraceRecorder::move_parts(TraceSample &sample, const scene::SceneState &scene)
{
    const bool is_first = poses_.empty();
    if (is_first) name_parts(scene);
    for (std::size_t place = 0; place < poses_.size(); ++place) {
        const scene::ObjectState *object = scene.object(place);
        std::optional<TracedPose> now;
        if (object != nullptr) {
            now = traced(object->world.origin(), object->rotation);
            chunk_.parts[place].uuid = object->uuid;
        }
        if (!is_first && now == poses_[place]) continue;
        poses_[place] = now;
        sample.moved.push_back(
            {static_cast<std::uint16_t>(place), now.has_value(), now.value_or(TracedPose{})});
    }
}

void TraceRecorder::name_parts(const scene::SceneState &scene)
{
    poses_.assign(scene.places(), std::nullopt);
    for (scene::ObjectPlace place = 0; place < scene.places(); ++place)
        chunk_.parts.push_back({scene.name(place), ""});
}

void TraceRecorder::drop()
{
    chunk_ = {};
    sight_.reset();
    poses_.clear();
    looked_seconds_.reset();
}

std::optional<TraceChunk> TraceRecorder::take()
{
    if (chunk_.samples.empty()) return std::nullopt;
    TraceChunk taken = std::exchange(chunk_, {});
    taken.session_id = session_id_;
    // The next chunk says all anew, but for a gap that goes on.
    if (sight_ != Sight::not_watched) sight_.reset();
    poses_.clear();
    return taken;
}

} // namespace mvr::motion
