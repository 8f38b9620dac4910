#include "bindings/errors.hpp"
#include "scene/condition.hpp"
#include "scene/margins.hpp"
#include "scene/object_state.hpp"
#include "scene/surface.hpp"
#include "support/json.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

/// The numbers of a buffer such as `array.array("f")`.
template <class Number> std::span<const Number> numbers(const py::buffer &buffer)
{
    const py::buffer_info info = buffer.request();
    if (!info.item_type_is_equivalent_to<Number>() || info.ndim != 1) {
        throw Failure({Errc::invalid_argument, "the buffer is of another type", "",
                       "Give a flat list of float32 coordinates, or of int32 vertex numbers."});
    }
    return {static_cast<const Number *>(info.ptr), static_cast<std::size_t>(info.size)};
}

std::size_t open_edges(std::size_t edges, const py::buffer &corner_edges)
{
    return scene::count_open_edges(edges, numbers<std::int32_t>(corner_edges));
}

void bind_mesh_counts(py::module_ &module)
{
    py::class_<scene::MeshCounts>(module, "MeshCounts", "What a mesh is made of.")
        .def(py::init([](std::size_t vertices, std::size_t edges, std::size_t faces,
                         std::optional<std::size_t> open_edges) {
                 return scene::MeshCounts{vertices, edges, faces, open_edges};
             }),
             "vertices"_a, "edges"_a, "faces"_a, "open_edges"_a, R"doc(Counted without modifiers.

Args:
    open_edges: Edges that do not have exactly two faces; None where there are too many to look.
)doc")
        .def_readonly("open_edges", &scene::MeshCounts::open_edges);
    module.def("count_open_edges", open_edges, "edges"_a, "corner_edges"_a,
               R"doc(How many edges do not have exactly two faces.

Args:
    edges: How many there are.
    corner_edges: int32, the number of an edge for each corner of each face.
)doc");
}

} // namespace

void init_scene(py::module_ &module)
{
    py::class_<scene::Modifier>(module, "Modifier", "A modifier of an object.")
        .def(py::init([](std::string type, std::string name, bool shown) {
                 return scene::Modifier{std::move(type), std::move(name), shown};
             }),
             "type"_a, "name"_a, "shown"_a, R"doc(A modifier as it is now.

Args:
    type: Blender's ``Modifier.type``.
    shown: In the viewport.
)doc");
    py::class_<scene::Margin>(module, "Margin", "How exactly a condition wants an object placed.")
        .def_readonly("object", &scene::Margin::object)
        .def_readonly("to", &scene::Margin::to, "The object that it is placed at, or empty.")
        .def_readonly("width_m", &scene::Margin::width_m,
                      "Of what is enough, from one limit to the other.");
    py::class_<scene::Condition>(module, "Condition", "Compiled ``trigger_conditions``.")
        .def(py::init([](const std::string &conditions_json) {
                 return unwrap(scene::compile(unwrap(parse_json(conditions_json))));
             }),
             "conditions_json"_a, "Raises BadArgument; its field is the place in the JSON.")
        .def_property_readonly("object_names", &scene::Condition::object_names)
        .def_property_readonly("surface_names", &scene::Condition::surface_names,
                               "Names of the objects whose surface it asks for.")
        .def_property_readonly("margins", &scene::margins,
                               "The limits of lengths that leave a width between them.")
        .def_property_readonly("mesh_names", &scene::Condition::mesh_names,
                               "Names of the objects whose mesh it counts.");
    bind_mesh_counts(module);
    py::class_<scene::Surface, std::shared_ptr<scene::Surface>>(
        module, "Surface", "The triangles of one geometry, which all moves of an object share.")
        .def(py::init([](const py::buffer &coordinates, const py::buffer &triangles) {
                 return std::make_shared<scene::Surface>(numbers<float>(coordinates),
                                                         numbers<std::int32_t>(triangles));
             }),
             "coordinates"_a, "triangles"_a,
             R"doc(Copies both lists.

Args:
    coordinates: float32, x, y, z of each vertex, metres, in the object's own space.
    triangles: int32, three numbers of vertices for each triangle.
)doc");
}

} // namespace mvr::bindings
