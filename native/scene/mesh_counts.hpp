#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace mvr::scene {

/// What a mesh is made of, without modifiers.
struct MeshCounts {
    std::size_t vertices = 0;
    std::size_t edges = 0;
    std::size_t faces = 0;
    /// Edges that do not have exactly two faces; nothing where the mesh is too large to look.
    std::optional<std::size_t> open_edges;

    friend bool operator==(const MeshCounts &, const MeshCounts &) = default;
};

/// How many of `edges` edges do not have exactly two faces. `corner_edges` holds the number of an
/// edge for each corner of each face (Blender's `MeshLoop.edge_index`), so that an edge stands
/// there once for each of its faces; a number that no edge has is passed over.
std::size_t count_open_edges(std::size_t edges, std::span<const std::int32_t> corner_edges);

} // namespace mvr::scene
