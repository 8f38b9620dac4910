#include "host/engine.hpp"

#include "bindings/errors.hpp"
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

/// Plain data for Python; text in place of JSON values.
struct SceneRequest {
    std::uint64_t id;
    std::string command;
    std::string arguments_json;
    std::string caller; ///< id of the principal that asked
};

using RunScene = py::typing::Callable<py::str(py::str, py::str)>;

/// Runs `run` of Python on the calling thread, which has let go of the GIL.
Result<std::string> run_in_python(const RunScene &run, std::string_view command,
                                  std::string_view arguments)
{
    const py::gil_scoped_acquire locked;
    try {
        return run(command, arguments).cast<std::string>();
    } catch (const py::error_already_set &raised) {
        return error_of(raised);
    }
}

std::string call(Engine &engine, const std::string &tool, const std::string &arguments_json,
                 const RunScene &run)
{
    const py::gil_scoped_release unlocked;
    // By reference: whoever keeps the call for longer has no GIL to end a copy with.
    return unwrap(engine.call(tool, arguments_json,
                              [&run](std::string_view command, std::string_view arguments) {
                                  return run_in_python(run, command, arguments);
                              }));
}

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
    return SceneRequest{request->id, std::move(request->command), std::move(request->arguments),
                        request->call->principal->id};
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
    return std::pair(ended->id, ended->outcome ? py::object(py::str(*ended->outcome))
                                               : exception_of(ended->outcome.error()));
}

void bind_requests(py::module_ &module)
{
    py::class_<SceneRequest>(module, "SceneRequest", "What a client's call wants of the scene.")
        .def_readonly("id", &SceneRequest::id)
        .def_readonly("command", &SceneRequest::command)
        .def_readonly("arguments_json", &SceneRequest::arguments_json)
        .def_readonly("caller", &SceneRequest::caller);
}

void bind_calls(py::class_<Engine> &engine)
{
    engine
        .def("call", &call, "tool"_a, "arguments_json"_a, "run"_a,
             R"doc(Call a tool and return its reply as JSON.

Waits, with the GIL released, for the thread that owns the learners' state, and for no disk.

Args:
    tool: Its name.
    arguments_json: Its arguments.
    run: ``run(command, arguments_json) -> reply_json`` does the scene's part, on this thread.

Raises:
    MallocVrError: Why the tool did nothing, of the class that belongs to its code.
)doc")
        .def(
            "post",
            [](Engine &self, const std::string &tool, const std::string &arguments_json) {
                return self.post(tool, arguments_json);
            },
            "tool"_a, "arguments_json"_a,
            "Begin a call of a tool that needs no scene; its end comes from ``take_completion``.")
        .def("take", &take, "patience_seconds"_a,
             R"doc(The next client's request for the main thread, or None when none came in time.

Releases the GIL while it waits.
)doc")
        .def(
            "take_completion", &take_completion, "patience_seconds"_a,
            R"doc(The next end of what was begun and not waited for, or None when none came in time.

Returns:
    Its id, and the reply as JSON or the MallocVrError in its place.
)doc")
        .def(
            "answer",
            [](Engine &self, std::uint64_t request_id, std::string reply_json) {
                self.answer(request_id, std::move(reply_json));
            },
            "request_id"_a, "reply_json"_a)
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
                return to_text(unwrap(self.start_server(port, run_folder)));
            },
            "port"_a, "run_folder"_a, release,
            R"doc(Serve MCP on loopback and on a socket.

Args:
    port: 0 for any free one.
    run_folder: Private folder for the socket; the token lies beside the record.

Returns:
    JSON: ``url``, ``port``, ``socket``, ``token_file``, ``http_problem``, ``socket_problem``.

Raises:
    Conflict: Already serving.
    StorageUnavailable: The folder cannot be used.
)doc")
        .def(
            "renew_token", [](Engine &self) { unwrap(self.renew_token()); }, release,
            "Make a new token; whoever has only the old one is not let in any more.")
        .def("stop_server", &Engine::stop_server, release)
        .def(
            "status_json", [](const Engine &self) { return to_text(self.status()); },
            "Server, record and queue as JSON; never waits.")
        .def(
            "tools_json", [](const Engine &self) { return to_text(self.tools()); },
            "The tools as clients see them.")
        .def(
            "check_arguments",
            [](Engine &self, const std::string &tool, const std::string &arguments_json) {
                unwrap(self.check_arguments(tool, arguments_json));
            },
            "tool"_a, "arguments_json"_a,
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
            [](Engine &self, const std::string &lesson_json) { self.publish_lesson(lesson_json); },
            "lesson_json"_a, "What reading tools say of the open file from now on.")
        .def("set_activity", &Engine::set_activity, "what"_a,
             "What the main thread is about to be busy with; empty for nothing in particular.")
        .def(
            "export_events", &Engine::export_events, "path"_a,
            R"doc(Begin to write every event of the record, opened, to *path* (0600), one JSON object a line.

Returns:
    The id of a call whose end comes from ``take_completion``: ``{"events": int}``.
)doc")
        .def(
            "import_vault", &Engine::import_vault, "folder"_a,
            R"doc(Begin to add the events of the learners in another vault's *folder* to this record.

Returns:
    The id of a call whose end comes from ``take_completion``: ``{"events": int}``.
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

A record that is locked, full or read-only does not raise: ``status_json`` says why, learners can go on.
)doc");
    bind_calls(engine);
    bind_server(engine);
    module.def("log_to_file", &log_to_file, "path"_a,
               "Write the program's log to *path*; an empty path discards it.");
}

} // namespace mvr::bindings
