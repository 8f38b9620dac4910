#include "bindings/errors.hpp"
#include "scene/condition.hpp"
#include "support/json.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {

void init_scene(py::module_ &module)
{
    py::class_<scene::Condition>(module, "Condition", "Compiled ``trigger_conditions``.")
        .def(py::init([](const std::string &conditions_json) {
                 return unwrap(scene::compile(unwrap(parse_json(conditions_json))));
             }),
             "conditions_json"_a, "Raises BadArgument; its field is the place in the JSON.")
        .def_property_readonly("object_names", &scene::Condition::object_names);
}

} // namespace mvr::bindings
