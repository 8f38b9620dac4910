#include "scene/mesh_problems.hpp"

namespace mvr::scene {

constexpr Problem not_a_mesh{
    "not a mesh", MessageTemplate{"mesh.not_a_mesh", "This could not be measured: not a mesh"}};

} // namespace mvr::scene
