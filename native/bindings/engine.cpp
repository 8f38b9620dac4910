#include "host/engine.hpp"

#include "bindings/engine_calls.hpp"
#include "bindings/errors.hpp"
#include "bindings/python_values.hpp"
#include "motion/viewport_watch.hpp"
#include "support/log.hpp"

#include <pybind11/chrono.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

using host::Engine;

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

std::unique_ptr<Engine> make_engine(const std::string &folder, const std::string &blender_version,
                                    double scene_patience_seconds)
{
    host::EngineConfig config;
    config.folder = folder;
    config.blender_version = blender_version;
    config.scene_patience = milliseconds(scene_patience_seconds);
    const py::gil_scoped_release unlocked;
    return std::make_unique<Engine>(std::move(config));
}

std::optional<SceneRequest> take(Engine &engine, double patience_seconds)
{
    // Blender's interface must stay alive while the main thread waits here.
    const py::gil_scoped_release unlocked;
    auto request = engine.take(milliseconds(patience_seconds));
    if (!request) return std::nullopt;
    return SceneRequest{request->id, std::move(request->command), std::move(request->call)};
}

/// The id, and the reply or the exception in its place.
std::optional<std::pair<std::uint64_t, py::object>> take_completion(Engine &engine,
                                                                    double patience_seconds)
{
    std::optional<host::Completion> ended;
    {
        const py::gil_scoped_release unlocked;
        ended = engine.take_completion(milliseconds(patience_seconds));
    }
    if (!ended) return std::nullopt;
    return std::pair(ended->id, ended->outcome ? to_python(*ended->outcome)
                                               : exception_of(ended->outcome.error()));
}

void bind_requests(py::module_ &module)
{
    py::class_<SceneRequest>(module, "SceneRequest", "What a client's call wants of the scene.")
        .def_readonly("id", &SceneRequest::id)
        .def_property_readonly(
            "command", [](const SceneRequest &one) { return to_python(one.command.arguments); },
            "As the dataclass of the command.")
        .def_property_readonly(
            "caller", [](const SceneRequest &one) { return one.call->principal->id; },
            "Id of the principal that asked.")
        .def_property_readonly(
            "is_from_window", [](const SceneRequest &one) { return one.call->is_from_window; },
            "Whether somebody at this Blender's own window asked.")
        .def_property_readonly(
            "is_cancelled", [](const SceneRequest &one) { return one.call->stop.stop_requested(); },
            "Whether whoever asked waits no more: they cancelled it or went away.");
}

void bind_calls(py::class_<Engine> &engine)
{
    engine
        .def("call", &call, "tool"_a, "arguments"_a, "run"_a,
             R"doc(Call a tool and return its reply.

Waits, with the GIL released, for the thread that owns the learners' state, and for no disk.

Args:
    tool: Its name.
    arguments: A dataclass or a dict.
    run: ``run(command) -> reply`` does the scene's part, on this thread.

Raises:
    MallocVrError: Why the tool did nothing, of the class that belongs to its code.
)doc")
        .def("post", &post, "tool"_a, "arguments"_a,
             "Begin a call of a tool that needs no scene; its end comes from ``take_completion``.")
        .def("take", &take, "patience_seconds"_a,
             R"doc(The next client's request for the main thread, or None when none came in time.

Releases the GIL while it waits.
)doc")
        .def(
            "take_completion", &take_completion, "patience_seconds"_a,
            R"doc(The next end of what was begun and not waited for, or None when none came in time.

Returns:
    Its id, and the reply or the MallocVrError in its place.
)doc")
        .def("answer", &answer, "request"_a, "reply"_a,
             "With the dataclass of the command's reply; one that is out of shape is an error for "
             "who asked.")
        .def(
            "reject",
            [](Engine &self, std::uint64_t request_id, const std::string &code, std::string message,
               std::string field, std::string remedy) {
                self.answer(request_id, Error{errc_from_client_code(code), std::move(message),
                                              std::move(field), std::move(remedy)});
            },
            "request_id"_a, "code"_a, "message"_a, "field"_a = "", "remedy"_a = "");
}

void bind_server(py::class_<Engine> &engine)
{
    const auto release = py::call_guard<py::gil_scoped_release>();
    engine
        .def(
            "start_server",
            [](Engine &self, std::uint16_t port, const std::string &run_folder) {
                const py::gil_scoped_release unlocked;
                unwrap(self.start_server(port, run_folder));
            },
            "port"_a, "run_folder"_a,
            R"doc(Serve MCP on loopback and on a socket.

Args:
    port: 0 for any free one.
    run_folder: Private folder for the socket; the token lies beside the record.

Raises:
    Conflict: Already serving.
    StorageUnavailable: The folder cannot be used.
)doc")
        .def(
            "renew_token", [](Engine &self) { unwrap(self.renew_token()); }, release,
            "Make a new token; whoever has only the old one is not let in any more.")
        .def("stop_server", &Engine::stop_server, release)
        .def(
            "status", [](const Engine &self) { return to_python(DescribedValue(self.status())); },
            "Server, record and queue, as ``core.status`` has them; never waits.")
        .def(
            "tools_json", [](const Engine &self) { return to_text(self.tools()); },
            "The tools as clients see them.")
        .def(
            "check_arguments",
            [](Engine &self, const std::string &tool, const py::object &arguments) {
                ValueTape tape;
                from_python(arguments, tape);
                unwrap(self.check_arguments(tool, tape.view()));
            },
            "tool"_a, "arguments"_a,
            R"doc(Whether arguments have the shape that a tool publishes; calls nothing.

Raises:
    BadArgument: They do not; the field says where.
    NotFound: There is no such tool.
)doc")
        .def("set_running_unit", &Engine::set_running_unit, "title"_a,
             "The title of the unit that somebody works in, empty for none: clients' authoring "
             "waits for its end.")
        .def(
            "publish_lesson",
            [](Engine &self, const py::object &lesson) {
                ValueTape tape;
                from_python(lesson, tape);
                self.publish_lesson(tape.view());
            },
            "lesson"_a, "What reading tools say of the open file from now on.")
        .def("set_activity", &Engine::set_activity, "what"_a,
             "What the main thread is about to be busy with; empty for nothing in particular.")
        .def(
            "export_events", &Engine::export_events, "path"_a,
            R"doc(Begin to write every event of the record, opened, to *path* (0600), one JSON object a line.

Returns:
    The id of a call whose end comes from ``take_completion``: an ``EventCount``.
)doc")
        .def(
            "import_vault", &Engine::import_vault, "folder"_a,
            R"doc(Begin to add the events of the learners in another vault's *folder* to this record.

Returns:
    The id of a call whose end comes from ``take_completion``: an ``EventCount``.
)doc")
        .def(
            "add_trace",
            [](Engine &self, motion::ViewportWatch &watch) {
                auto chunk = watch.take_trace();
                if (chunk) self.add_trace(*std::move(chunk));
                return chunk.has_value();
            },
            "watch"_a,
            R"doc(Keep what a watch traced since the last time, if its learner agreed to that.

Returns:
    Whether there was something.
)doc")
        .def("close", &Engine::close, release, "Stop all threads in order. Idempotent.");
}

} // namespace

void init_engine(py::module_ &module)
{
    bind_requests(module);
    py::class_<Engine> engine(module, "Engine",
                              "Record, tools and server. All methods on Blender's main thread.");
    engine.def(py::init(&make_engine), "folder"_a, "blender_version"_a,
               "scene_patience_seconds"_a = 15.0,
               R"doc(Open the record in *folder*.

A record that is locked, full or read-only does not raise: ``status`` says why, learners can go on.
)doc");
    bind_calls(engine);
    bind_server(engine);
    module.def("register_dataclass", &register_dataclass, "dataclass"_a,
               "Has the described struct of the class's name become this dataclass from now on.");
    module.def("log_to_file", &log_to_file, "path"_a,
               "Write the program's log to *path*; an empty path discards it.");
}

} // namespace mvr::bindings
