#include "bindings/errors.hpp"
#include "scene/rotation.hpp"
#include "scene/tracker.hpp"
#include "support/json.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

using Numbers3 = std::array<double, 3>;

scene::Vec3 vec3(const Numbers3 &v) { return {v[0], v[1], v[2]}; }

scene::ObjectState object_state(std::string name, std::string uuid, std::string type,
                                const std::array<double, 16> &world,
                                const std::array<double, 24> &bounds, const Numbers3 &half_size)
{
    scene::ObjectState object;
    object.name = std::move(name);
    object.uuid = std::move(uuid);
    object.type = std::move(type);
    object.world = {world};
    object.rotation = scene::rotation_of(object.world);
    for (std::size_t i = 0; i < object.bounds.size(); ++i) {
        object.bounds[i] = {bounds[3 * i], bounds[3 * i + 1], bounds[3 * i + 2]};
    }
    object.region_half_size = vec3(half_size);
    return object;
}

Json activity_json(const scene::ActivityMetrics &metrics)
{
    Json json = {{"changes", metrics.changes},
                 {"view_changes", metrics.view_changes},
                 {"moves", metrics.moves},
                 {"moves_by_object", metrics.moves_by_object},
                 {"active_seconds", metrics.active_seconds},
                 {"total_seconds", metrics.total_seconds},
                 {"path_length_m", metrics.path_length_m},
                 {"path_efficiency", nullptr}};
    if (metrics.path_efficiency) json["path_efficiency"] = *metrics.path_efficiency;
    return json;
}

void bind_snapshot(py::module_ &module)
{
    py::class_<scene::Snapshot>(module, "SceneSnapshot",
                                "What a lesson needs of one scene at one moment. Main thread.")
        .def(py::init([](double time_seconds, std::string scene, std::string mode,
                         std::string active_tool) {
                 scene::Snapshot snapshot;
                 snapshot.time_seconds = time_seconds;
                 snapshot.scene = std::move(scene);
                 snapshot.mode = std::move(mode);
                 snapshot.active_tool = std::move(active_tool);
                 return snapshot;
             }),
             "time_seconds"_a, "scene"_a, "mode"_a, "active_tool"_a)
        .def(
            "add_object",
            [](scene::Snapshot &snapshot, std::string name, std::string uuid, std::string type,
               const std::array<double, 16> &world, const std::array<double, 24> &bounds,
               const Numbers3 &region_half_size, bool visible, std::string parent,
               std::vector<std::string> materials,
               std::map<std::string, scene::Property> properties) {
                auto object = object_state(std::move(name), std::move(uuid), std::move(type), world,
                                           bounds, region_half_size);
                object.visible = visible;
                object.parent = std::move(parent);
                object.materials = std::move(materials);
                object.properties = std::move(properties);
                snapshot.objects.push_back(std::move(object));
            },
            "name"_a, "uuid"_a, "type"_a, "world"_a, "bounds"_a, "region_half_size"_a, "visible"_a,
            "parent"_a, "materials"_a, "properties"_a,
            R"doc(Add one object.

Args:
    world: 16 numbers, local to world, row by row, metres.
    bounds: 24 numbers, the 8 corners of the bounding box in the world.
    region_half_size: Half the size of the object as a region, local, before its scale.
)doc")
        .def(
            "set_view",
            [](scene::Snapshot &snapshot, const Numbers3 &eye, const Numbers3 &forward,
               const Numbers3 &up, double vertical_fov_rad, double aspect, std::string source,
               double parallel_height_m) {
                snapshot.view = scene::ViewState{vec3(eye),        vec3(forward), vec3(up),
                                                 vertical_fov_rad, aspect,        std::move(source),
                                                 parallel_height_m};
            },
            "eye"_a, "forward"_a, "up"_a, "vertical_fov_rad"_a, "aspect"_a, "source"_a,
            "parallel_height_m"_a = 0.0,
            R"doc(What the learner looks through.

Args:
    source: "viewport" or "camera".
    parallel_height_m: Above 0 for a parallel projection that shows so much height.
)doc");
}

void bind_condition(py::module_ &module)
{
    py::class_<scene::Condition>(module, "Condition", "Compiled ``trigger_conditions``.")
        .def(py::init([](const std::string &conditions_json) {
                 return unwrap(scene::compile(unwrap(parse_json(conditions_json))));
             }),
             "conditions_json"_a, "Raises BadArgument; its field is the place in the JSON.")
        .def_property_readonly("object_names", &scene::Condition::object_names)
        .def_property_readonly("needs_view", &scene::Condition::needs_view);

    py::class_<scene::Tracker>(module, "ConditionTracker",
                               "Follows one condition through an attempt. Main thread.")
        .def(py::init<scene::Condition, scene::Snapshot>(), "condition"_a, "start"_a)
        .def_property_readonly(
            "needs_view",
            [](const scene::Tracker &tracker) { return tracker.condition().needs_view(); })
        .def("observe", &scene::Tracker::observe, "snapshot"_a)
        .def("observe_undone", &scene::Tracker::observe_undone, "snapshot"_a,
             "Take what Undo or Redo led to: steps that it took back are due again.")
        .def("set_tolerance_factor", &scene::Tracker::set_tolerance_factor, "factor"_a,
             "Leave 0.5 to 1 of the room that the author left, from the next observation on.")
        .def(
            "evaluate_json",
            [](const scene::Tracker &tracker) {
                const auto evaluation = tracker.evaluate();
                return to_text({{"passed", evaluation.passed},
                                {"score", evaluation.score},
                                {"evidence", evaluation.evidence},
                                {"unmet", evaluation.unmet}});
            },
            "``{\"passed\", \"score\", \"evidence\", \"unmet\"}`` at the last observation.")
        .def(
            "activity_json",
            [](const scene::Tracker &tracker) {
                return to_text(activity_json(tracker.activity()));
            },
            "What the learner did so far.");
}

} // namespace

void init_scene(py::module_ &module)
{
    bind_snapshot(module);
    bind_condition(module);
}

} // namespace mvr::bindings
