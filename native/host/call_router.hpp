#pragma once

#include "host/scene_desk.hpp"
#include "host/worker.hpp"
#include "mcp/tool.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace mvr::host {

/// Takes each tool call to the thread that the tool declares, and the outcome back to `done`.
///
/// This is where a tool call begins, so it is one of the places that catch: a Failure or a surprise
/// inside a handler becomes that call's error and nothing else.
class CallRouter {
  public:
    using Done = std::function<void(Result<Json>)>;

    CallRouter(Worker &worker, SceneDesk &desk) : worker_(worker), desk_(desk) {}

    /// `arguments` are valid. `done` is called once, on any of our threads, never by the caller's
    /// wait. Thread: any.
    void run(const mcp::Tool &tool, Json arguments, bool local, const Done &done);

    /// The name of the tool that was called last; empty before the first.
    std::string last_tool() const;

  private:
    void run_in_scene(const mcp::Tool &tool, const Json &arguments, bool local, const Done &done);

    Worker &worker_;
    SceneDesk &desk_;
    std::atomic<const std::string *> last_tool_{nullptr};
};

Error shutting_down();

} // namespace mvr::host
