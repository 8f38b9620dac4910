#pragma once

#include "motion/trace.hpp"
#include "motion/trajectory.hpp"
#include "motion/view.hpp"
#include "motion/viewport_features.hpp"
#include "scene/scene_state.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mvr::motion {

/// Watches the view of a running unit, at some ten looks a second: features always, and the raw
/// trace while it is asked for. From ten looks a second nothing is known above 5 Hz; a tremor
/// is not seen.
///
/// Thread: one at a time. No input, no output.
class ViewportWatch {
  public:
    /// Looks further apart than this belong to no common movement, and the time between counts for
    /// nothing: nobody looked.
    static constexpr double longest_gap_seconds = 0.5;
    /// A view at rest for so long has ended its movement.
    static constexpr double rest_seconds = 0.3;
    /// More looks are not taken (some five hours and a half).
    static constexpr std::size_t most_samples = 200'000;

    explicit ViewportWatch(std::string session_id) : session_id_(std::move(session_id)) {}

    /// One look. `seconds` are active ones since the unit began; `view` is absent where there is
    /// none. Cost: linear in the number of the scene's objects.
    void observe(const scene::SceneState &scene, double seconds,
                 const std::optional<scene::ViewState> &view, bool keeps_trace);

    ViewportFeatures features() const;

    /// The samples of the trace since the last time; nothing where there are none.
    std::optional<TraceChunk> take_trace();
    /// How many samples wait for that.
    std::size_t waiting_samples() const { return chunk_.samples.size(); }

  private:
    struct Look {
        double seconds = 0;
        Vec3 eye;
        Quat rotation;
        bool moved = false;  ///< otherwise than at the look before
        bool begins = false; ///< nothing is known of the time before
    };

    void look(const scene::SceneState &scene, double seconds, const scene::ViewState &view);
    void look_at_parts(const scene::SceneState &scene, const scene::ViewState &view,
                       double passed_seconds);
    void trace(const scene::SceneState &scene, double seconds,
               const std::optional<scene::ViewState> &view);
    std::vector<std::vector<Look>> movements() const;

    std::string session_id_;
    std::vector<Look> looks_;
    std::vector<std::int32_t> cells_;
    double zoom_sum_ = 0;
    double zoom_seconds_ = 0;
    std::vector<Occupancy> seen_;
    double watched_seconds_ = 0;
    std::map<std::string, double> dwell_seconds_;
    TraceChunk chunk_;
    std::optional<TracedView> traced_view_;
    std::vector<std::optional<TracedPose>> traced_parts_;
};

/// The rotation of a camera that looks so: its -Z forward, its Y up.
Quat camera_rotation(const scene::ViewState &view);

/// How much of the picture's height a box fills: its projected height / the picture's. Above 1
/// where it is larger. Absent where a corner lies beside or behind the eye.
std::optional<double> height_share(const scene::ViewState &view, const std::vector<Vec3> &corners);

} // namespace mvr::motion
