#include "motion/viewport_watch.hpp"

#include "bindings/python_values.hpp"
#include "session/session_run.hpp"
#include "tools/viewport_shapes.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <optional>
#include <string>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

using motion::ViewportWatch;
using Numbers3 = std::array<double, 3>;

scene::Vec3 world_vector(const Numbers3 &v) { return {v[0], v[1], v[2]}; }

void look(ViewportWatch &watch, const session::SessionRun &run, const Numbers3 &eye,
          const Numbers3 &forward, const Numbers3 &up, double vertical_fov_rad, double aspect,
          double parallel_height_m, bool keeps_trace)
{
    const scene::ViewState view{
        world_vector(eye), world_vector(forward), world_vector(up), vertical_fov_rad, aspect, "",
        parallel_height_m};
    watch.observe(run.scene(), run.active_seconds(), view, keeps_trace);
}

void look_without_view(ViewportWatch &watch, const session::SessionRun &run, bool keeps_trace)
{
    watch.observe(run.scene(), run.active_seconds(), std::nullopt, keeps_trace);
}

} // namespace

void init_viewport_watch(py::module_ &module)
{
    py::class_<ViewportWatch>(module, "ViewportWatch",
                              R"doc(Watches how the view of a running unit is led.

Features always; the raw trace where it is asked for. Main thread.
)doc")
        .def(py::init<std::string>(), "session_id"_a)
        .def("look", look, "run"_a, "eye"_a, "forward"_a, "up"_a, "vertical_fov_rad"_a, "aspect"_a,
             "parallel_height_m"_a, "keeps_trace"_a,
             R"doc(Look at the view, and at the parts as the run observed them last.

Args:
    keeps_trace: Whether the learner agreed that the raw trace is kept.
)doc")
        .def("look_without_view", look_without_view, "run"_a, "keeps_trace"_a,
             "The same where the learner sees nothing of the scene.")
        .def("look_away", &ViewportWatch::look_away, "keeps_trace"_a,
             "Nobody looks from the last look on until the next one: a pause of the learner's.")
        .def_property_readonly("waiting_samples", &ViewportWatch::waiting_samples,
                               "Of the trace, until ``Engine.add_trace`` takes them.")
        .def(
            "features",
            [](const ViewportWatch &watch) { return to_python(DescribedValue(watch.features())); },
            "What was observed so far, as ``ViewportFeatures``.");
}

} // namespace mvr::bindings
