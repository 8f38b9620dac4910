#pragma once

#include "host/main_thread_queue.hpp"
#include "host/worker.hpp"
#include "support/published.hpp"
#include "tools/executor.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace mvr::host {

/// Takes the work of each tool call to the thread that its tool declares, and the outcome back.
///
/// This is where a tool's work begins, so it is one of the places that catch: a Failure or a
/// surprise inside becomes that call's error and nothing else.
class CallRouter : public tools::Executor {
  public:
    /// A call waits `patience` for Blender, and authoring for the end of a unit, unless it has an
    /// earlier deadline.
    /// `when_settled` runs the job on the engine thread as soon as it is known whether there is a
    /// record, or rejects the client, if there is one. `context` is the tools'; all outlive the
    /// router.
    using WhenSettled = std::function<void(Worker::Job job, mcp::Respond client)>;
    /// `erase` destroys a learner's key, and calls back on the engine thread.
    using Erase =
        std::function<void(const std::string &learner, std::function<void(Result<void>)> done)>;
    /// `read_traces` reads those of a session's learner, and calls back on the disk's thread.
    using ReadTraces =
        std::function<void(const std::string &session_id,
                           std::function<void(const Result<store::TraceStore::Chunks> &)> done)>;
    CallRouter(Worker &engine, MainThreadQueue &queue, tools::Context &context,
               std::chrono::milliseconds patience, WhenSettled when_settled, Erase erase,
               ReadTraces read_traces);

    /// Publishes what reading tools see, if it has changed. Thread: engine; a reply leaves after
    /// it, so that whoever got one reads what it says was done.
    void publish();

    /// What the tools know of the open file from now on. Thread: any.
    void publish_lesson(std::shared_ptr<const tools::Lesson> lesson);

    void read(mcp::CallPtr call, mcp::Respond respond, Read read) override;
    void decide(mcp::CallPtr call, mcp::Respond respond, Work work) override;
    void run_in_scene(mcp::CallPtr call, mcp::Respond respond, BeginScene begin,
                      CompleteScene complete) override;
    void erase(mcp::CallPtr call, mcp::Respond respond, BeginErasure begin,
               EndErasure end) override;
    void read_traces(mcp::CallPtr call, mcp::Respond respond, std::string session_id,
                     CheckReader check, EndTraces end) override;

  private:
    /// What reading tools see of the learners; does not change.
    struct View {
        store::State state;
        std::string learner_at_window;
    };

    void on_engine_thread(const mcp::Call &call, const mcp::Respond &respond, Worker::Job job);
    void at_once(const mcp::Respond &respond, Worker::Job job);
    void run_here(const mcp::CallPtr &call, const mcp::Respond &respond, const BeginScene &begin,
                  const CompleteScene &complete);
    void limit_wait(mcp::Call &call) const;
    void answer(const mcp::Call &call, mcp::Respond respond, const Work &work);

    Worker &engine_;
    MainThreadQueue &queue_;
    tools::Context &context_;
    const std::chrono::milliseconds patience_;
    WhenSettled when_settled_;
    Erase erase_;
    ReadTraces read_traces_;
    Published<std::shared_ptr<const View>> view_{nullptr}; ///< null until the record is settled
    Published<std::shared_ptr<const tools::Lesson>> lesson_{nullptr};
};

Error shutting_down();

} // namespace mvr::host
