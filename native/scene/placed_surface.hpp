#pragma once

#include "scene/object_state.hpp"
#include "scene/surface.hpp"

#include <vector>

namespace mvr::scene {

/// A surface where an object has it in the world.
class PlacedSurface {
  public:
    /// The object's own surface; the faces of its box where it has none. Points into `object`.
    explicit PlacedSurface(const ObjectState &object);

    /// A single point of the world (m).
    explicit PlacedSurface(const Vec3 &point);

    const Surface &surface() const { return *surface_; }
    Vec3 point(const Vec3 &local) const { return transform(world_, local); }
    Triangle triangle(std::size_t index) const;
    /// The box along the world's axes that holds a box of the surface's own frame.
    Box box(const Box &local) const;
    Box box() const { return box(surface_->node(0).box); }

    /// Heights (m) at which a vertical line meets the surface, upwards, each once.
    std::vector<double> heights_at(double x, double y) const;

    /// Whether the point lies inside a surface that is closed: a vertical line through it leaves an
    /// odd number of times above and below.
    bool contains(const Vec3 &point) const;

    /// The most that a slab of the surface's own frame reaches along a direction of the world.
    double reach(const Slab &local, const Vec3 &direction) const;

  private:
    const Surface *surface_;
    Mat4 world_;
};

} // namespace mvr::scene
