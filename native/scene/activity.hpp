#pragma once

#include "scene/scene_state.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace mvr::scene {

/// What was observed of a learner's work, as sums since the start.
struct ActivityMetrics {
    int changes = 0;      ///< observations in which anything differed from the one before
    int view_changes = 0; ///< … in which the view did
    int moves = 0;        ///< distinct movements of all objects
    std::map<std::string, int> moves_by_object;
    double active_seconds = 0; ///< time between changes that lie less than `idle_gap_seconds` apart
    double total_seconds = 0;  ///< from the start to the last observation
    double path_length_m = 0;  ///< of the origins of all objects
    /// |x_N - x_0| / sum |x_i - x_(i-1)| of every object whose origin moved, mean over those
    /// objects; 1 is a straight way, and nothing moved gives nothing. Source: path efficiency,
    /// economy of motion (Estrada et al. 2014).
    std::optional<double> path_efficiency;
};

/// Changes further apart than this count as a pause.
inline constexpr double idle_gap_seconds = 5.0;
/// An object at rest for so long has ended its movement; the next change is a new one.
inline constexpr double movement_gap_seconds = 0.5;

/// Sums up what each observation of a scene changed.
/// Thread: one at a time.
class ActivityMeter {
  public:
    explicit ActivityMeter(double start_seconds)
        : start_seconds_(start_seconds), now_seconds_(start_seconds)
    {
    }

    /// Takes the scene's last observation as the learner's doing. Cost: linear in what it changed.
    void observe(const SceneState &scene, double seconds);

    /// … as nobody's doing: no movement, no path, no change.
    void rebase(const SceneState &scene, double seconds);

    /// Time passed.
    void tick(double seconds);

    ActivityMetrics metrics() const;

  private:
    /// Of an object that changed; one that never did has none.
    struct Track {
        std::string name;
        Pose last; ///< that could be measured, once there was one
        Vec3 first_origin;
        double path_m = 0;
        double last_moved_seconds = 0;
        std::size_t last_moved_at = 0; ///< number of the observation
        int moves = 0;
    };

    Track &track_of(const SceneState &scene, ObjectPlace place);
    void observe_object(const SceneState &scene, ObjectPlace place);
    void observe_pose(Track &track, const Pose &now, std::size_t observation);
    void count_change();

    std::map<ObjectPlace, Track> tracks_;
    std::optional<double> last_change_seconds_;
    double start_seconds_ = 0;
    double now_seconds_ = 0;
    int changes_ = 0;
    int view_changes_ = 0;
    double active_seconds_ = 0;
};

} // namespace mvr::scene
