#pragma once

#include "scene/geometry.hpp"
#include "scene/triangle.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mvr::scene {

/// A box along the axes of its frame, m.
struct Box {
    Vec3 middle;
    Vec3 half; ///< of its sides
};

/// The distance of two boxes of one frame, 0 where they touch or overlap.
double distance_between(const Box &a, const Box &b);

/// What triangles reach along any direction: they lie between two planes across their mean normal,
/// and within a radius in those planes. Much tighter than a box where the surface is smooth.
struct Slab {
    Vec3 middle;
    Vec3 normal;              ///< unit
    double low = 0, high = 0; ///< along the normal, from the middle
    double radius = 0;        ///< across it

    /// The most that a point of it can have along `direction`, which need not be of length 1.
    double reach(const Vec3 &direction) const;
};

/// The triangles of one geometry in its own frame, m, with a tree of boxes over them. Built once
/// and shared by all snapshots, so that moving an object costs nothing. Immutable. Thread: any.
class Surface {
  public:
    /// Takes x, y, z of each vertex (m, local) and three vertex numbers for each triangle, as
    /// Blender's `vertices` and `loop_triangles` give them. Throws Failure (a programming error)
    /// for a number that names no vertex, and for lists that are no multiple of three.
    Surface(std::span<const float> coordinates, std::span<const std::int32_t> triangles);

    bool empty() const { return triangles_.empty(); }
    /// A number for the geometry: equal for equal lists (64 bits of FNV-1a).
    std::uint64_t fingerprint() const { return fingerprint_; }
    const std::vector<Vec3> &points() const { return points_; }

    /// A node of the tree: two nodes, or the triangles from `first` on.
    struct TreeNode {
        Box box;
        Slab slab;
        std::size_t left = 0, right = 0; ///< nodes; both 0 for a leaf
        std::size_t first = 0, count = 0;
        bool is_leaf() const { return right == 0; }
    };
    const TreeNode &node(std::size_t index) const { return nodes_[index]; }
    std::size_t triangle_count() const { return triangles_.size(); }
    Triangle triangle(std::size_t index) const;

  private:
    std::size_t build(std::size_t first, std::size_t count);
    Box box_of(std::size_t first, std::size_t count) const;
    Slab slab_of(std::size_t first, std::size_t count, const Vec3 &middle) const;

    std::vector<Vec3> points_;
    std::vector<std::array<std::uint32_t, 3>> triangles_;
    std::vector<TreeNode> nodes_; ///< the root is the first
    std::uint64_t fingerprint_ = 0;
};

} // namespace mvr::scene
