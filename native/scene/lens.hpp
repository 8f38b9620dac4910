#pragma once

#include "scene/node_state.hpp"
#include "scene/view_state.hpp"

#include <array>

namespace mvr::scene {

/// A view's axes, and the half extents of what it shows at depth 1 (or at any, when parallel).
class Lens {
  public:
    explicit Lens(const ViewState &view);

    /// How a box is seen; without `facing_rad`, since a box has no face.
    ViewMeasure measure(const std::array<Vec3, 8> &bounds) const;

    /// The way from a point to the eye; in a parallel view, against where it looks.
    Vec3 to_eye(const Vec3 &point) const { return parallel_ ? forward_ * -1 : eye_ - point; }

  private:
    double distance_m(const Vec3 &point) const;
    bool in_front(const Vec3 &point) const;
    double horizontal(const Vec3 &point) const;
    double vertical(const Vec3 &point) const;
    double depth(const Vec3 &point) const { return dot(point - eye_, forward_); }
    double divisor(const Vec3 &point) const;
    double screen_fraction(const std::array<Vec3, 8> &bounds) const;
    void measure_outside(ViewMeasure &seen, const Vec3 &point) const;

    Vec3 eye_, forward_, right_, up_;
    bool parallel_;
    double half_height_at_1_, half_height_, half_width_;
};

/// Whether all that was measured is a number.
bool is_finite(const ViewMeasure &seen);

} // namespace mvr::scene
