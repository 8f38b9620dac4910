#include "bindings/errors.hpp"

#include <pybind11/pybind11.h>

namespace py = pybind11;

namespace mvr::bindings {
void init_author_form(py::module_ &module);
void init_predicate_form(py::module_ &module);
void init_node_report(py::module_ &module);
void init_engine(py::module_ &module);
void init_private_files(py::module_ &module);
void init_learning(py::module_ &module);
void init_message(py::module_ &module);
void init_outcomes(py::module_ &module);
void init_scene(py::module_ &module);
void init_session_run(py::module_ &module);
void init_viewport_watch(py::module_ &module);
} // namespace mvr::bindings

PYBIND11_MODULE(_native, module)
{
    using namespace mvr::bindings;
    module.doc() =
        "The learning engine, the sealed record and the MCP server of Malloc VR Learning.";
    init_errors(module); // first: the others raise
    init_private_files(module);
    init_learning(module);
    init_message(module); // before what says something
    init_author_form(module);
    init_predicate_form(module);
    init_node_report(module);
    init_scene(module);
    init_outcomes(module);       // before the run, which gives them
    init_session_run(module);    // after the conditions, which it takes
    init_viewport_watch(module); // after the run, which it looks at
    init_engine(module);
    module.def(
        "version", [] { return MALLOC_VR_VERSION; },
        "The add-on's version, for example \"0.1.0\".");
}
