#pragma once

// Calls of tools and answers of the scene between Python and the engine, with the GIL held.
// Thread: main.

#include "host/engine.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <cstdint>
#include <string>

namespace mvr::bindings {

/// What Python sees of a request, and how its answer is read.
struct SceneRequest {
    std::uint64_t id;
    mcp::SceneCommand command;
    mcp::CallPtr call;
};

using RunScene = pybind11::typing::Callable<pybind11::object(pybind11::object)>;

/// Calls a tool and waits for its reply without the GIL; `run` does the scene's part, here.
/// Throws Failure: why nothing was done.
pybind11::object call(host::Engine &engine, const std::string &tool,
                      const pybind11::object &arguments, const RunScene &run);

/// Begins a call of a tool that needs no scene; its id.
std::uint64_t post(host::Engine &engine, const std::string &tool,
                   const pybind11::object &arguments);

/// A reply that is out of shape is an internal error for who asked.
void answer(host::Engine &engine, const SceneRequest &request, const pybind11::object &reply);

} // namespace mvr::bindings
