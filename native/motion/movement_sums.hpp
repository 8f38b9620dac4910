#pragma once

#include "motion/trajectory.hpp"

#include <optional>
#include <vector>

namespace mvr::motion {

/// One look at the view.
struct Look {
    double seconds = 0; ///< active ones
    Vec3 eye;
    Quat rotation;
    bool moved = false;  ///< otherwise than at the look before
    bool begins = false; ///< nothing is known of the time before
};

/// Of the view's movements, each from rest to rest, summed up look by look.
///
/// A movement's smoothness is measured in stretches of at most `longest_stretch_seconds`, so that
/// no look costs more than the spectrum of one of them (about a millisecond): of somebody who turns
/// the view for minutes without a rest, each stretch is one.
///
/// Thread: one at a time.
class MovementSums {
  public:
    /// A view at rest for so long has ended its movement.
    static constexpr double rest_seconds = 0.3;
    static constexpr double longest_stretch_seconds = 15;

    void add(const Look &look);

    /// What the looks so far come to, the movement that goes on included. Absent where nothing was
    /// observed that it could be computed of.
    struct Result {
        int movements = 0;
        std::optional<double> path_efficiency;
        std::optional<double> rotation_efficiency;
        std::optional<double> arc_length;
        std::optional<double> jerk;
    };
    Result result() const;

  private:
    struct Way {
        int movements = 0;
        double way_m = 0;
        double chord_m = 0;
        double turned_rad = 0;
        double turn_rad = 0;
    };
    struct Smoothness {
        std::vector<double> arc_lengths;
        std::vector<double> jerks;
    };
    /// The movement that goes on.
    struct Open {
        Look first;
        Look last;
        double way_m = 0;
        double turned_rad = 0;
        double moved_seconds = 0;        ///< when it moved last
        std::vector<TimedRotation> turn; ///< of the stretch that is not measured yet
    };

    void begin();
    void follow(const Look &look);
    void end();
    static Way with(const Way &closed, const Open &open);
    static void measure(const std::vector<TimedRotation> &turn, Smoothness &into);

    std::optional<Look> before_;
    std::optional<Open> open_;
    Way closed_;
    Smoothness smoothness_;
};

} // namespace mvr::motion
