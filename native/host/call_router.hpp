#pragma once

#include "host/scene_desk.hpp"
#include "host/worker.hpp"
#include "mcp/tool.hpp"
#include "tools/context.hpp"

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

    /// `when_settled` runs its argument on the engine thread as soon as it is known whether there
    /// is a record. `context` is the tools'; all outlive the router.
    CallRouter(Worker &engine, SceneDesk &desk, tools::Context &context,
               std::function<void(Worker::Job)> when_settled);

    /// `arguments` are valid. `done` is called once, on any of our threads, never by the caller's
    /// wait. Thread: any.
    void run(const mcp::Tool &tool, Json arguments, bool local, const Done &done);

    /// The name of the tool that was called last; empty before the first.
    std::string last_tool() const;

  private:
    template <class Handle>
    void answer(const mcp::Tool &tool, bool local, const Done &done, Handle handle);
    void run_in_scene(const mcp::Tool &tool, const Json &arguments, bool local, const Done &done);

    Worker &engine_;
    SceneDesk &desk_;
    tools::Context &context_;
    std::function<void(Worker::Job)> when_settled_;
    std::atomic<const std::string *> last_tool_{nullptr};
};

Error shutting_down();

} // namespace mvr::host
