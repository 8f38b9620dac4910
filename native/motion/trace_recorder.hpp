#pragma once

#include "motion/trace.hpp"
#include "scene/scene_state.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mvr::motion {

/// Makes the raw trace of a view and of a scene's parts, look by look. Where nobody looked for
/// longer than `longest_silence_seconds`, the trace says so. Thread: one at a time.
class TraceRecorder {
  public:
    /// A Blender that is busy for a moment looks later; what stood before and after it stood then.
    static constexpr double longest_silence_seconds = 2;

    explicit TraceRecorder(std::string session_id) : session_id_(std::move(session_id)) {}

    /// One look; `seconds` are active ones, and `view` is absent where there is none.
    void look(const scene::SceneState &scene, double seconds,
              const std::optional<scene::ViewState> &view);
    /// Nobody looks any more, from the last look on until the next one.
    void look_away();
    /// Forgets what nobody took.
    void drop();
    /// The samples since the last time; nothing where there are none.
    std::optional<TraceChunk> take();
    std::size_t waiting_samples() const { return chunk_.samples.size(); }

  private:
    void see(TraceSample &sample, const std::optional<scene::ViewState> &view);
    void move_parts(TraceSample &sample, const scene::SceneState &scene);
    void name_parts(const scene::SceneState &scene);

    std::string session_id_;
    TraceChunk chunk_;
    std::optional<Sight> sight_; ///< last; absent while the chunk says nothing of it
    TracedView view_;            ///< last
    std::vector<std::optional<TracedPose>> poses_; ///< last; empty: none is in the chunk yet
    std::optional<double> looked_seconds_;         ///< the last look, in any chunk
};

} // namespace mvr::motion
