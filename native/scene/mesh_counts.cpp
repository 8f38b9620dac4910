#include "scene/mesh_counts.hpp"

#include <algorithm>
#include <vector>

namespace mvr::scene {

std::size_t count_open_edges(std::size_t edges, std::span<const std::int32_t> corner_edges)
{
    std::vector<std::size_t> faces(edges);
    for (const std::int32_t edge : corner_edges) {
        if (edge >= 0 && static_cast<std::size_t>(edge) < edges)
            ++faces[static_cast<std::size_t>(edge)];
    }
    return static_cast<std::size_t>(
        std::ranges::count_if(faces, [](std::size_t each) { return each != 2; }));
}

} // namespace mvr::scene
