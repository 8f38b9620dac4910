#include "host/engine.hpp"

#include "bindings/errors.hpp"
#include "support/log.hpp"

#include <pybind11/chrono.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

using host::Engine;

// Plain data for Python; text in place of JSON values.
struct SceneRequest {
    std::uint64_t id;
    std::string command;
    std::string arguments_json;
    bool local;
};

struct LocalReply {
    std::uint64_t call_id;
    bool ok;
    std::string payload_json;
};

Json error_json(const Error &error)
{
    return {{"code", std::string(client_code(error.code))},
            {"message", error.message},
            {"field", error.field},
            {"remedy", error.remedy}};
}

py::object to_python(host::MainItem item)
{
    if (auto *request = std::get_if<host::SceneRequest>(&item)) {
        return py::cast(SceneRequest{request->id, request->command, request->arguments,
                                     request->call->is_from_window});
    }
    auto &reply = std::get<host::LocalReply>(item);
    const bool ok = reply.outcome.has_value();
    return py::cast(LocalReply{reply.call_id, ok,
                               ok ? *reply.outcome : to_text(error_json(reply.outcome.error()))});
}

std::unique_ptr<Engine> make_engine(const std::string &folder, const std::string &blender_version,
                                    double scene_patience_seconds)
{
    host::EngineConfig config;
    config.folder = folder;
    config.blender_version = blender_version;
    config.scene_patience =
        std::chrono::milliseconds(static_cast<std::int64_t>(scene_patience_seconds * 1000));
    const py::gil_scoped_release unlocked;
    return std::make_unique<Engine>(std::move(config));
}

py::object take(Engine &engine, double patience_seconds, bool local_only)
{
    std::optional<host::MainItem> item;
    {
        // Blender's interface must stay alive while the main thread waits here.
        const py::gil_scoped_release unlocked;
        const auto patience = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::duration<double>(patience_seconds));
        item = engine.take(patience, local_only);
    }
    return item ? to_python(std::move(*item)) : py::none();
}

void bind_items(py::module_ &module)
{
    py::class_<SceneRequest>(module, "SceneRequest", "Work for Blender's main thread.")
        .def_readonly("id", &SceneRequest::id)
        .def_readonly("command", &SceneRequest::command)
        .def_readonly("arguments_json", &SceneRequest::arguments_json)
        .def_readonly("local", &SceneRequest::local);
    py::class_<LocalReply>(module, "LocalReply", "The end of a call made with ``Engine.call``.")
        .def_readonly("call_id", &LocalReply::call_id)
        .def_readonly("ok", &LocalReply::ok)
        .def_readonly("payload_json", &LocalReply::payload_json);
}

void bind_calls(py::class_<Engine> &engine)
{
    engine
        .def(
            "call",
            [](Engine &self, const std::string &tool, const std::string &arguments_json) {
                return self.call(tool, arguments_json);
            },
            "tool"_a, "arguments_json"_a,
            "Start a tool call of the main thread; its end comes from ``take(local_only=True)``.")
        .def("take", &take, "patience_seconds"_a, "local_only"_a = false,
             R"doc(The next thing for the main thread, or None when none came in time.

Releases the GIL while it waits.
)doc")
        .def(
            "answer",
            [](Engine &self, std::uint64_t request_id, std::string reply_json) {
                self.answer(request_id, std::move(reply_json));
            },
            "request_id"_a, "reply_json"_a)
        .def(
            "refuse",
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
        .def("set_activity", &Engine::set_activity, "what"_a,
             "What the main thread is about to be busy with; empty for nothing in particular.")
        .def(
            "export_events", &Engine::export_events, "path"_a,
            R"doc(Begin to write every event of the record, opened, to *path* (0600), one JSON object a line.

Returns:
    The id of a call whose end comes from ``take(local_only=True)``: ``{"events": int}``.
)doc")
        .def(
            "import_vault", &Engine::import_vault, "folder"_a,
            R"doc(Begin to add the events of the learners in another vault's *folder* to this record.

Returns:
    The id of a call whose end comes from ``take(local_only=True)``: ``{"events": int}``.
)doc")
        .def("close", &Engine::close, release, "Stop all threads in order. Idempotent.");
}

} // namespace

void init_engine(py::module_ &module)
{
    bind_items(module);
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
