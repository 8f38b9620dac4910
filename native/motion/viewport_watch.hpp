#pragma once

#include "motion/movement_sums.hpp"
#include "motion/trace_recorder.hpp"
#include "motion/trajectory.hpp"
#include "motion/view.hpp"
#include "motion/viewport_features.hpp"
#include "scene/scene_state.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mvr::motion {

/// Watches the view of a running unit, at some ten looks a second: features always, and the raw
/// trace while it is asked for. From ten looks a second nothing is known above 5 Hz; a tremor
/// is not seen. Looks are summed up as they come: what was seen for hours costs `features` no more
/// than what was seen for a minute.
///
/// Thread: one at a time. No input, no output.
class ViewportWatch {
  public:
    /// Looks further apart than this belong to no common movement, and the time between counts for
    /// nothing: nobody looked.
    static constexpr double longest_gap_seconds = 0.5;

    explicit ViewportWatch(std::string session_id) : trace_(std::move(session_id)) {}

    /// One look. `seconds` are active ones since the unit began; `view` is absent where there is
    /// none: that time counts for nothing, and the trace says so. Cost: linear in the number of the
    /// scene's objects.
    void observe(const scene::SceneState &scene, double seconds,
                 const std::optional<scene::ViewState> &view, bool keeps_trace);
    /// Nobody looks from the last look on until the next one: a pause of the learner's.
    void look_away(bool keeps_trace);

    ViewportFeatures features() const;

    /// The samples of the trace since the last time; nothing where there are none.
    std::optional<TraceChunk> take_trace() { return trace_.take(); }
    /// How many samples wait for that.
    std::size_t waiting_samples() const { return trace_.waiting_samples(); }

  private:
    void look(const scene::SceneState &scene, double seconds, const scene::ViewState &view);
    void look_at_parts(const scene::SceneState &scene, const scene::ViewState &view,
                       double passed_seconds);

    TraceRecorder trace_;
    MovementSums movements_;
    std::optional<Look> before_; ///< absent where nothing is known of the time before
    int looks_ = 0;
    double watched_seconds_ = 0;
    double zoom_sum_ = 0;
    double zoom_seconds_ = 0;
    FramedTime framed_;
    ViewCells cells_;
    std::map<std::string, double> dwell_seconds_;
};

/// The rotation of a camera that looks so: its -Z forward, its Y up.
Quat camera_rotation(const scene::ViewState &view);

/// How much of the picture's height a box fills: its projected height / the picture's. Above 1
/// where it is larger. Absent where a corner lies beside or behind the eye.
std::optional<double> height_share(const scene::ViewState &view, const std::vector<Vec3> &corners);

} // namespace mvr::motion
