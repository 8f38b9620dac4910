// Over 250 lines: one class, bound in one place.
#include "session/session_run.hpp"

#include "bindings/errors.hpp"
#include "bindings/python_values.hpp"
#include "scene/rotation.hpp"
#include "scene/surface.hpp"
#include "tools/live_values.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

using session::SessionRun;
using Numbers3 = std::array<double, 3>;
using Corners = std::array<double, 24>;

scene::Vec3 vec3(const Numbers3 &v) { return {v[0], v[1], v[2]}; }

/// Sets what follows from the box in the object's own space.
void set_box(scene::ObjectState &object, const Corners &corners)
{
    scene::Vec3 low{corners[0], corners[1], corners[2]};
    scene::Vec3 high = low;
    for (std::size_t i = 0; i < object.bounds.size(); ++i) {
        const scene::Vec3 corner{corners[3 * i], corners[3 * i + 1], corners[3 * i + 2]};
        low = {std::min(low.x, corner.x), std::min(low.y, corner.y), std::min(low.z, corner.z)};
        high = {std::max(high.x, corner.x), std::max(high.y, corner.y), std::max(high.z, corner.z)};
        object.bounds[i] = scene::transform(object.world, corner);
    }
    object.region_half_size = (high - low) * 0.5;
}

void set_object(SessionRun &run, std::string name, std::string uuid, std::string type,
                const std::array<double, 16> &world, const Corners &corners, bool visible,
                std::string parent, bool is_parent_of_lesson, std::vector<std::string> materials,
                scene::ModifierList modifiers, std::map<std::string, scene::Property> properties,
                std::optional<std::shared_ptr<scene::Surface>> surface,
                const std::string &rotation_mode, const Numbers3 &rotation_euler_rad,
                std::optional<scene::MeshCounts> mesh)
{
    scene::ObjectState object;
    object.name = std::move(name);
    object.uuid = std::move(uuid);
    object.type = std::move(type);
    object.world = {world};
    object.rotation = scene::rotation_of(object.world);
    object.channels = scene::euler_channels(rotation_mode, rotation_euler_rad);
    set_box(object, corners);
    object.visible = visible;
    object.parent = std::move(parent);
    object.is_parent_of_lesson = is_parent_of_lesson;
    object.materials = std::move(materials);
    object.modifiers = std::move(modifiers);
    object.properties = std::move(properties);
    object.surface = surface ? std::move(*surface) : nullptr;
    object.mesh = mesh;
    run.set_object(std::move(object));
}

void set_view(SessionRun &run, const Numbers3 &eye, const Numbers3 &forward, const Numbers3 &up,
              double vertical_fov_rad, double aspect, std::string source, double parallel_height_m,
              double pivot_distance_m)
{
    run.set_view(scene::ViewState{vec3(eye), vec3(forward), vec3(up), vertical_fov_rad, aspect,
                                  std::move(source), parallel_height_m, pivot_distance_m});
}

SessionRun make_run(const std::map<std::string, scene::Condition> &conditions)
{
    std::vector<session::Checkpoint> checkpoints;
    for (const auto &[id, condition] : conditions)
        checkpoints.push_back({id, condition});
    return SessionRun(std::move(checkpoints));
}

py::object evaluate(const SessionRun &run, const std::string &checkpoint_id)
{
    return to_python(DescribedValue(tools::evaluation_shape(run.evaluate(checkpoint_id))));
}

py::object boxes(const SessionRun &run, const std::string &checkpoint_id)
{
    py::list found;
    for (const auto &[name, object] : run.objects(checkpoint_id))
        found.append(to_python(DescribedValue(tools::object_box(name, *object))));
    return found;
}

py::object activity(const SessionRun &run)
{
    return to_python(DescribedValue(tools::activity_sums(run.activity())));
}

bool needs_mode_or_tool(const SessionRun &run)
{
    return run.needs(scene::Beside::mode) || run.needs(scene::Beside::tool);
}

void set_selection(SessionRun &run, const std::vector<std::string> &names, std::string active)
{
    run.set_selection({{names.begin(), names.end()}, std::move(active)});
}

void set_answer(SessionRun &run, const std::string &question, scene::Answer value)
{
    unwrap(run.set_answer(question, std::move(value)));
}

void bind_questions(py::module_ &module)
{
    using session::AskedQuestion;
    py::class_<AskedQuestion>(module, "Question", "A question of a checkpoint.")
        .def_readonly("checkpoint_id", &AskedQuestion::checkpoint_id)
        .def_property_readonly("question",
                               [](const AskedQuestion &one) { return one.question.text; })
        .def_property_readonly(
            "kind",
            [](const AskedQuestion &one) {
                return std::string(EnumText<scene::QuestionKind>::to_text(one.question.kind));
            },
            "\"choice\", \"order\" or \"number\".")
        .def_property_readonly(
            "options", [](const AskedQuestion &one) { return one.question.options; },
            "As authored; empty for a number.")
        .def_readonly("given", &AskedQuestion::given, "The learner's answer; None without one.");
}

using RunClass = py::class_<SessionRun>;

void bind_scene(RunClass &run)
{
    run.def("set_object", set_object, "name"_a, "uuid"_a, "type"_a, "world"_a, "corners"_a,
            "visible"_a, "parent"_a, "is_parent_of_lesson"_a, "materials"_a, "modifiers"_a,
            "properties"_a, "surface"_a = py::none(), "rotation_mode"_a = "",
            "rotation_euler_rad"_a = Numbers3{}, "mesh"_a = py::none(),
            R"doc(Tell how an object is now; it counts from the next observation on.

Args:
    name: In the lesson.
    world: 16 numbers, local to world, row by row, metres.
    corners: 24 numbers, the 8 corners of the box in the object's own space.
    parent: Name of its parent, in the lesson if that names it, else in the file; "" without.
    is_parent_of_lesson: Whether the parent is the lesson's object of that name.
    modifiers: In the order in which they work.
    surface: Of an object whose surface a condition asks for; without it the faces of its box
        stand for it.
    rotation_mode: Blender's `Object.rotation_mode`; without Euler angles a turn of more
        than half is read as the shorter one.
    rotation_euler_rad: Its channels about x, y and z.
    mesh: Of an object whose mesh a condition asks for, and that is one.
)doc")
        .def("remove_object", &SessionRun::remove_object, "name"_a)
        .def("set_view", set_view, "eye"_a, "forward"_a, "up"_a, "vertical_fov_rad"_a, "aspect"_a,
             "source"_a, "parallel_height_m"_a = 0.0, "pivot_distance_m"_a = 0.0,
             R"doc(Tell what the learner looks through.

Args:
    source: "viewport" or "camera".
    parallel_height_m: Above 0 for a parallel projection that shows so much height.
    pivot_distance_m: Of a viewport, from the eye to the point that it turns about.
)doc")
        .def(
            "clear_view", [](SessionRun &one) { one.set_view(std::nullopt); },
            "Tell that the learner sees nothing of the scene.")
        .def("set_mode_and_tool", &SessionRun::set_mode_and_tool, "mode"_a, "active_tool"_a)
        .def("set_selection", set_selection, "names"_a, "active"_a,
             R"doc(Tell which of the lesson's objects are selected.

Args:
    names: In the lesson.
    active: Of them, the active one; "" where it is none of them.
)doc")
        .def("set_held", &SessionRun::set_held, "is_held"_a,
             "Tell whether the learner has something in the hand: no try ends until it is let go.")
        .def("start", &SessionRun::start, "seconds"_a,
             "What was reported so far is how the learner finds the scene. Once.")
        .def("observe", &SessionRun::observe, "seconds"_a, "undone"_a = false,
             R"doc(Take what was reported since the last observation, or only that time passed.

Args:
    undone: Whether Undo or Redo led here.
)doc")
        .def("rebase", &SessionRun::rebase, "seconds"_a,
             "Take what was reported since the last observation as nobody's work.")
        .def("pause", &SessionRun::pause, "seconds"_a)
        .def("resume", &SessionRun::resume, "seconds"_a,
             "What changed in the pause is nobody's work.")
        .def("resume_for_work", &SessionRun::resume_for_work, "seconds"_a,
             "End a pause if an object was changed since; that counts as work. Whether it did.")
        .def_property_readonly("is_paused", &SessionRun::is_paused);
}

void bind_learner(RunClass &run)
{
    run.def("set_answer", set_answer, "question"_a, "value"_a,
            R"doc(The learner answers a question; it counts from the next observation on.

Args:
    value: A text for a choice, all texts in order for an order, or a number.

Raises:
    NotFound: No checkpoint asks this question.
    BadArgument: It is no answer to the question, be it right or wrong.
)doc")
        .def("look", &SessionRun::look, "seconds"_a, "checkpoint_id"_a = "",
             "The learner looks how one checkpoint stands, or all.")
        .def("submit", &SessionRun::submit, "seconds"_a, "checkpoint_id"_a = "",
             "The learner is done with one, or all; returns the ids of those not begun.")
        .def("leave", &SessionRun::leave, "seconds"_a, "The unit is left.")
        .def("hint_shown", &SessionRun::hint_shown, "last_level"_a, "checkpoint_id"_a = "",
             "A hint was shown, about one checkpoint or with \"\" about all of the unit.")
        .def("correction_shown", &SessionRun::correction_shown, "checkpoint_id"_a,
             R"doc(The learner asked why a checkpoint does not hold, and was answered.

Only what the learner did wrong is a correction; what is still to be done is none.
)doc")
        .def("set_tolerance_factor", &SessionRun::set_tolerance_factor, "factor"_a,
             "Leave 0.5 to 1 of the margin that the author left; may end tries, as observing may.");
}

void bind_results(RunClass &run)
{
    run.def("take_outcomes", &SessionRun::take_outcomes,
            "What came of it since the last time, in order.")
        .def("take_changed", &SessionRun::take_changed,
             "Ids of the checkpoints that may stand otherwise than the last time.")
        .def_property_readonly(
            "due_seconds", &SessionRun::due_seconds,
            "When time alone may bring something about, by the clock that is given.")
        .def("progress", &SessionRun::progress, "checkpoint_id"_a)
        .def("holds", &SessionRun::holds, "checkpoint_id"_a)
        .def("is_lost", &SessionRun::is_lost, "checkpoint_id"_a,
             "Whether nothing can make it hold any more: its time is over, or an order is broken.")
        .def("questions", &SessionRun::questions, "All that the checkpoints ask.")
        .def("reasons", &SessionRun::reasons, "checkpoint_id"_a,
             "What is not met, a sentence each.")
        .def("evaluate", evaluate, "checkpoint_id"_a,
             "How it stood at the last observation, as ``EvaluationShape``.")
        .def("node_reports", &SessionRun::node_reports, "checkpoint_id"_a,
             "What each node of its condition found, each before its children.")
        .def("boxes", boxes, "checkpoint_id"_a,
             "Where the objects that it names were at the last observation: a list of "
             "``ObjectBox``.")
        .def("activity", activity, "What the learner did so far, as ``ObservedActivitySums``.")
        .def_property_readonly("active_seconds", &SessionRun::active_seconds,
                               "Since the start, without pauses, at the last call.")
        .def("asks_for_view", &SessionRun::asks_for_view, "checkpoint_id"_a)
        .def_property_readonly("needs_view",
                               [](const SessionRun &one) { return one.needs(scene::Beside::view); })
        .def_property_readonly("needs_mode_or_tool", needs_mode_or_tool)
        .def_property_readonly("needs_selection", [](const SessionRun &one) {
            return one.needs(scene::Beside::selection);
        });
}

} // namespace

void init_session_run(py::module_ &module)
{
    bind_questions(module);
    RunClass run(module, "SessionRun", R"doc(One run of one unit, judged while it is done.

It is given what changed in the scene, and gives outcomes. Main thread.
)doc");
    run.def(py::init(&make_run), "conditions"_a, R"doc(A run that has not started.

Args:
    conditions: By checkpoint id.
)doc");
    bind_scene(run);
    bind_learner(run);
    bind_results(run);
}

} // namespace mvr::bindings
