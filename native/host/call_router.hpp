#pragma once

#include "host/main_thread_queue.hpp"
#include "host/worker.hpp"
#include "tools/executor.hpp"

#include <chrono>
#include <functional>

namespace mvr::host {

/// Takes the work of each tool call to the thread that its tool declares, and the outcome back.
///
/// This is where a tool's work begins, so it is one of the places that catch: a Failure or a
/// surprise inside becomes that call's error and nothing else.
class CallRouter : public tools::Executor {
  public:
    /// A call that asks the scene waits `patience` for Blender, unless it has an earlier deadline.
    /// `when_settled` runs its argument on the engine thread as soon as it is known whether there
    /// is a record. `context` is the tools'; all outlive the router.
    CallRouter(Worker &engine, MainThreadQueue &queue, tools::Context &context,
               std::chrono::milliseconds patience, std::function<void(Worker::Job)> when_settled);

    void decide(mcp::CallPtr call, mcp::Respond respond, Work work) override;
    void run_in_scene(mcp::CallPtr call, mcp::Respond respond, BeginScene begin,
                      CompleteScene complete) override;

  private:
    void on_engine_thread(const mcp::Respond &respond, Worker::Job job);
    void answer(const mcp::Call &call, mcp::Respond respond, const Work &work);

    Worker &engine_;
    MainThreadQueue &queue_;
    tools::Context &context_;
    const std::chrono::milliseconds patience_;
    std::function<void(Worker::Job)> when_settled_;
};

Error shutting_down();

} // namespace mvr::host
