#pragma once

#include "host/call_router.hpp"
#include "host/engine.hpp"
#include "host/main_thread_queue.hpp"
#include "host/outcome.hpp"
#include "host/record_report.hpp"
#include "host/record_threads.hpp"
#include "host/serving.hpp"
#include "host/worker.hpp"
#include "support/published.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace mvr::host {

/// What an engine is made of, and how its threads hand work to one another.
struct Engine::Parts {
    explicit Parts(EngineConfig settings);

    std::string token_file() const { return config.folder + "/token"; }

    // Thread: engine.
    void tick();
    void finish();
    void reject_clients();
    void accept_clients();
    void publish();

    /// A piece of work of the main thread for the record writer, which ends as a Completion.
    template <class Work> std::uint64_t on_writer(const Work &work)
    {
        const std::uint64_t id = next_call_id++;
        auto job = [this, id, work] {
            threads->when_written([this, id, work] {
                threads->post_to_writer([this, id, work](store::RecordWriter &writer) {
                    const auto done = outcome([&]() -> Result<void> {
                        work(writer, id);
                        return {};
                    });
                    if (!done) completions.put({id, done.error()});
                });
            });
        };
        if (closed || !worker.post(job)) completions.put({id, shutting_down()});
        return id;
    }

    /// A call of the main thread's own, begun with `tool->start`.
    void start(const std::string &name, JsonView arguments, RunScene run,
               const mcp::Respond &respond);

    EngineConfig config;
    tools::Context tool_context{{}, nullptr, config.clock, nullptr};
    MainThreadQueue queue;
    Mailbox<Completion> completions;
    std::optional<RecordThreads> threads; // engine thread
    RecordStatus published;               // engine thread
    Published<RecordStatus> record{opening_record()};
    std::shared_ptr<Serving> serving;     // main thread
    std::uint64_t next_call_id = 1;       // main thread
    bool closed = false;                  // main thread
    Published<std::string> last_tool{{}}; ///< that a client called
    Worker worker;
    CallRouter router;
    std::shared_ptr<const mcp::ToolTable> table;
    std::shared_ptr<const mcp::ToolTable> own_table; ///< not for clients

  private:
    void prepare_folder() const;
};

} // namespace mvr::host
