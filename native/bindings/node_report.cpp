#include "scene/node_report.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>

namespace py = pybind11;

namespace mvr::bindings {
namespace {

/// Nothing where it could not be measured.
std::optional<bool> holds(const scene::NodeReport &report)
{
    if (report.truth == scene::Truth::unknown) return std::nullopt;
    return report.truth == scene::Truth::yes;
}

} // namespace

void init_node_report(py::module_ &module)
{
    py::class_<scene::NodeReport>(module, "NodeReport", "What one node of a condition found.")
        .def_property_readonly("holds", holds, "None where it could not be measured.")
        .def_readonly("sentence", &scene::NodeReport::sentence);
}

} // namespace mvr::bindings
