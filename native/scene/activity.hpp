#pragma once

#include "scene/snapshot.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

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

/// Compares each snapshot with the one before it.
/// Thread: one at a time.
class ActivityMeter {
  public:
    explicit ActivityMeter(const Snapshot &start);

    /// Takes the next snapshot. Cost: linear in the objects.
    void observe(const Snapshot &now);

    ActivityMetrics metrics() const;

    /// Whether the last snapshot was seen from elsewhere than the one before, or in another
    /// direction; a window that only changed its size was not.
    bool view_turned() const { return view_turned_; }

  private:
    struct Track {
        ObjectState last;
        Vec3 first_origin;
        double path_m = 0;
        double last_moved_seconds = 0;
        std::size_t seen = 0; ///< number of the last observation that held it
        int moves = 0;
        bool moving = false; ///< at the observation before
        bool present = true;
    };

    bool observe_objects(const Snapshot &now);
    bool observe_object(Track &track, const ObjectState &now);
    void observe_pose(Track &track, const ObjectState &now);
    bool observe_view(const Snapshot &now);
    bool drop_absent();
    std::size_t track_of(const ObjectState &object, std::size_t place) const;

    std::size_t observations_ = 0;
    std::vector<Track> tracks_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::optional<ViewState> view_;
    std::string mode_;
    std::string active_tool_;
    std::optional<double> last_change_seconds_;
    double start_seconds_ = 0;
    double now_seconds_ = 0;
    int changes_ = 0;
    int view_changes_ = 0;
    double active_seconds_ = 0;
    bool view_turned_ = false;
};

} // namespace mvr::scene
