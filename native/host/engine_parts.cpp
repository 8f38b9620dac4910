#include "host/engine_parts.hpp"

#include "support/log.hpp"
#include "support/os.hpp"
#include "tools/all_tools.hpp"

#include <chrono>

namespace mvr::host {

Engine::Parts::Parts(EngineConfig settings)
    : config(std::move(settings)), worker(
                                       "malloc_vr state", [this] { tick(); }, [this] { finish(); }),
      router(
          worker, queue, tool_context, config.scene_patience,
          [this](Worker::Job job, mcp::Respond client) {
              threads->when_settled(std::move(job), std::move(client));
          },
          [this](const std::string &learner, std::function<void(Result<void>)> done) {
              threads->erase(learner, std::move(done));
          },
          [this](const std::string &session_id, const RecordThreads::TracesRead &done) {
              threads->read_traces(session_id, done);
          }),
      table(tools::all_tools(router)), own_table(tools::own_tools(router))
{
    worker.post([this] {
        prepare_folder();
        threads.emplace(config.folder, config.clock, [this] { worker.post([] {}); });
        tool_context.record = &threads->record();
        tool_context.learners = &threads->record().state();
        publish();
    });
}

void Engine::Parts::prepare_folder() const
{
    // What is wrong with it, the opening says in words.
    if (auto made = os::make_private_folder(config.folder); !made) log_error(made.error().message);
}

void Engine::Parts::tick()
{
    queue.tick(std::chrono::steady_clock::now());
    if (!threads) return;
    threads->apply_reports();
    router.publish();
    publish(); // whoever gets a reply finds the status that it was given in
    threads->go_on();
}

void Engine::Parts::finish()
{
    queue.reject_all(shutting_down());
    if (threads) threads->finish();
    queue.reject_all(shutting_down()); // what waited for the record to open
    publish();
    tool_context.record = nullptr;
    threads.reset();
}

void Engine::Parts::reject_clients()
{
    queue.reject_requests(shutting_down());
    if (threads) threads->reject_clients(shutting_down());
}

void Engine::Parts::accept_clients()
{
    queue.accept_requests();
    if (threads) threads->accept_clients();
}

void Engine::Parts::publish()
{
    if (!threads) return;
    auto now = record_report(threads->record().status());
    if (now == published) return;
    published = now;
    record.store(std::move(now));
}

void Engine::Parts::start(const std::string &name, JsonView arguments, RunScene run,
                          const mcp::Respond &respond)
{
    const mcp::Tool *tool = table->find(name);
    if (tool == nullptr) tool = own_table->find(name);
    if (closed) return respond(shutting_down());
    if (tool == nullptr)
        return respond(Error{Errc::not_found, "there is no tool '" + name + "'", "name", ""});
    auto call = std::make_shared<mcp::Call>();
    call->principal = access::window();
    call->scope = tool->scope;
    call->is_from_window = true;
    call->run_here = std::move(run);
    tool->start(arguments, std::move(call), respond);
}

} // namespace mvr::host
