#include "bindings/errors.hpp"
#include "scene/condition.hpp"
#include "scene/object_state.hpp"
#include "scene/surface.hpp"
#include "support/json.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <memory>
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
    py::class_<scene::Condition>(module, "Condition", "Compiled ``trigger_conditions``.")
        .def(py::init([](const std::string &conditions_json) {
                 return unwrap(scene::compile(unwrap(parse_json(conditions_json))));
             }),
             "conditions_json"_a, "Raises BadArgument; its field is the place in the JSON.")
        .def_property_readonly("object_names", &scene::Condition::object_names)
        .def_property_readonly("surface_names", &scene::Condition::surface_names,
                               "Names of the objects whose surface it asks for.");
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
