#pragma once

#include "motion/trajectory.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>

namespace mvr::motion {

/// exp(-z^2 / 2) of z = log2(o / .35), `occupancy` o being the height of the target's bounding box
/// in the picture / the height of the picture: in [0, 1], 1 where it fills about a third. Absent
/// when nothing of it is seen (o <= 0) or o is not finite. Thread: any.
std::optional<double> zoom_appropriateness(double occupancy);

/// How large the target was, and for how long.
struct Occupancy {
    double share = 0;
    double seconds = 0;
};

/// In how much of the time the target filled .2 to .7 of the picture's height, summed up.
class FramedTime {
  public:
    void add(const Occupancy &seen);
    /// Absent without any time.
    std::optional<double> share() const;

  private:
    double all_seconds_ = 0;
    double framed_seconds_ = 0;
};

/// The same of a list.
std::optional<double> well_framed_share(std::span<const Occupancy> seen);

/// View changes / completed operations. Absent without an operation.
std::optional<double> view_changes_per_operation(int view_changes, int operations);

/// From where something is looked at, coarsely: 30° of azimuth by 30° of elevation by doublings of
/// the distance, seen from `focus`. Two equal numbers are the same cell.
std::int32_t view_cell(const Vec3 &eye, const Vec3 &focus);

/// Which cells were looked from, counted visit by visit.
class ViewCells {
  public:
    /// The view is in `cell`: a visit, unless it was there before.
    void enter(std::int32_t cell);
    /// -sum p ln p over the cells, p being the share of the visits in a cell; nats. 0 when all were
    /// one cell. Absent without a visit.
    std::optional<double> entropy_nats() const;

  private:
    friend std::optional<double> revisit_entropy_nats(std::span<const std::int32_t> visits);
    void visit(std::int32_t cell);

    std::map<std::int32_t, int> counts_;
    int visits_ = 0;
    std::optional<std::int32_t> now_;
};

/// The same of a list in which each entry is a visit, the one cell twice running too.
std::optional<double> revisit_entropy_nats(std::span<const std::int32_t> visits);

} // namespace mvr::motion
