#include "host/engine.hpp"

#include "host/call_router.hpp"
#include "host/main_thread_queue.hpp"
#include "host/outcome.hpp"
#include "host/owner_token.hpp"
#include "host/record_threads.hpp"
#include "host/serving.hpp"
#include "host/worker.hpp"
#include "support/log.hpp"
#include "support/os.hpp"
#include "support/published.hpp"
#include "support/strict_reader.hpp"
#include "tools/all_tools.hpp"

#include <future>
#include <optional>
#include <string_view>
#include <utility>

namespace mvr::host {
namespace {

constexpr auto server_instructions =
    "Author and assess lessons in the open Blender file. Start with get_lesson. Build units in "
    "prerequisite order with create_blender_knowledge_node, give each a checkpoint with "
    "create_assessment_trigger, then start_session for a learner; evaluate_assessment judges what "
    "is in the scene, make_transition_decision says what comes next and why. Numbers that you "
    "report are kept "
    "as reported; only what Blender observed counts as evidence.";

std::string_view text_of(store::RecordMode mode)
{
    switch (mode) {
    case store::RecordMode::opening: return "opening";
    case store::RecordMode::open: return "open";
    case store::RecordMode::spill: return "spill";
    case store::RecordMode::read_only: return "read_only";
    case store::RecordMode::memory: break;
    }
    return "memory";
}

DescribedValue event_count(std::int64_t count) { return DescribedValue(EventCount{count}); }

Json to_json(const store::RecordStatus &status)
{
    Json notices = Json::array();
    for (const store::Notice &notice : status.notices)
        notices.push_back({{"text", notice.text}, {"remedy", notice.remedy}});
    const bool is_writable =
        status.mode == store::RecordMode::open || status.mode == store::RecordMode::spill;
    // What is on its way to a disk that takes it is safe; what waits for one that does not is not.
    const bool stays = !is_writable || status.is_failing;
    const std::int64_t memory_only = status.lost + (stays ? status.pending : 0);
    return {{"path", status.path},        {"state", text_of(status.mode)},
            {"events", status.events},    {"pending", status.pending},
            {"memory_only", memory_only}, {"problem", status.problem},
            {"remedy", status.remedy},    {"notices", notices}};
}

} // namespace

struct Engine::Parts {
    explicit Parts(EngineConfig settings)
        : config(std::move(settings)),
          worker(
              "malloc_vr state", [this] { tick(); }, [this] { finish(); }),
          router(worker, queue, tool_context, config.scene_patience,
                 [this](Worker::Job job, mcp::Respond client) {
                     threads->when_settled(std::move(job), std::move(client));
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

    std::string token_file() const { return config.folder + "/token"; }

    void prepare_folder() const
    {
        // What is wrong with it, the opening says in words.
        if (auto made = os::make_private_folder(config.folder); !made)
            log_error(made.error().message);
    }

    void tick()
    {
        queue.expire();
        if (!threads) return;
        threads->apply_reports();
        router.publish();
        publish(); // whoever gets a reply finds the status that it was given in
        threads->go_on();
    }

    void finish()
    {
        queue.reject_all(shutting_down());
        if (threads) threads->finish();
        queue.reject_all(shutting_down()); // what waited for the record to open
        publish();
        tool_context.record = nullptr;
        threads.reset();
    }

    /// Thread: engine, as the next.
    void reject_clients()
    {
        queue.reject_requests(shutting_down());
        if (threads) threads->reject_clients(shutting_down());
    }

    void accept_clients()
    {
        queue.accept_requests();
        if (threads) threads->accept_clients();
    }

    void publish()
    {
        if (!threads) return;
        auto now = to_json(threads->record().status());
        if (now == published) return;
        published = now;
        record.store(std::move(now));
    }

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

    EngineConfig config;
    tools::Context tool_context{{}, nullptr, config.clock, nullptr};
    MainThreadQueue queue;
    Mailbox<Completion> completions;
    std::optional<RecordThreads> threads; // engine thread
    Json published;                       // engine thread
    Published<Json> record{Json{{"state", "opening"}}};
    std::shared_ptr<Serving> serving;     // main thread
    std::uint64_t next_call_id = 1;       // main thread
    bool closed = false;                  // main thread
    Published<std::string> last_tool{{}}; ///< that a client called
    Worker worker;
    CallRouter router;
    std::shared_ptr<const mcp::ToolTable> table;
    std::shared_ptr<const mcp::ToolTable> own_table; ///< not for clients
};

Engine::Engine(EngineConfig config) : parts_(std::make_shared<Parts>(std::move(config))) {}

Engine::~Engine() { close(); }

Result<DescribedValue> Engine::call(const std::string &tool, JsonView arguments, RunScene run)
{
    std::optional<Result<DescribedValue>> outcome;
    parts_->start(tool, arguments, std::move(run),
                  [&outcome](Result<DescribedValue> reply) { outcome = std::move(reply); });
    if (!outcome) throw Failure({Errc::internal, tool + " did not answer at once", "", ""});
    return *std::move(outcome);
}

std::uint64_t Engine::post(const std::string &tool, JsonView arguments)
{
    const std::uint64_t id = parts_->next_call_id++;
    parts_->start(tool, arguments, {}, [parts = parts_.get(), id](Result<DescribedValue> outcome) {
        parts->completions.put({id, std::move(outcome)});
    });
    return id;
}

std::optional<SceneRequest> Engine::take(std::chrono::milliseconds patience)
{
    return parts_->queue.take(patience);
}

std::optional<Completion> Engine::take_completion(std::chrono::milliseconds patience)
{
    return parts_->completions.take(patience);
}

void Engine::answer(std::uint64_t request_id, Result<DescribedValue> reply)
{
    parts_->worker.post([parts = parts_.get(), request_id, reply = std::move(reply)] {
        parts->queue.answered(request_id, reply);
    });
}

Result<Json> Engine::start_server(std::uint16_t port, const std::string &run_folder)
{
    if (parts_->closed) return shutting_down();
    if (parts_->serving) {
        return Error{Errc::conflict, "the server is already running", "", "Stop it first."};
    }
    const mcp::ServerInfo info{"malloc-vr-learning", MALLOC_VR_VERSION,
                               "Malloc VR Learning in Blender " + parts_->config.blender_version,
                               server_instructions};
    parts_->worker.post([parts = parts_.get()] { parts->accept_clients(); });
    auto serving = Serving::start(
        info, *parts_->table, {port, run_folder, parts_->token_file(), parts_->config.credentials},
        [parts = parts_.get()](const std::string &name) { parts->last_tool.store(name); });
    if (!serving) return serving.error();
    parts_->serving = *serving;
    return status().at("server");
}

Result<void> Engine::renew_token()
{
    if (parts_->serving) return parts_->serving->renew_token();
    auto token = renew_owner_token(parts_->token_file());
    return token ? Result<void>() : std::move(token).error();
}

void Engine::stop_server()
{
    if (!parts_->serving) return;
    const auto stopped = std::make_shared<std::promise<void>>();
    auto reject = [parts = parts_.get(), stopped] {
        parts->reject_clients();
        stopped->set_value();
    };
    parts_->serving->stop_accepting();
    // Its clients hear that they waited in vain before their connections end.
    if (parts_->worker.post(reject)) stopped->get_future().wait();
    parts_->serving->stop();
    parts_->serving.reset();
}

Json Engine::status() const
{
    Json server = {{"running", false}};
    if (const auto &serving = parts_->serving) {
        const net::Addresses &at = serving->addresses();
        server = {{"running", true},
                  {"port", at.port},
                  {"url", at.url},
                  {"socket", at.socket_path},
                  {"http_problem", at.http_problem},
                  {"socket_problem", at.socket_problem},
                  {"token_file", serving->token_file()},
                  {"clients", serving->clients()},
                  {"requests", serving->requests()},
                  {"idle_seconds", serving->idle_seconds()},
                  {"last_tool", *parts_->last_tool.load()}};
    }
    return {{"server", std::move(server)},
            {"record", *parts_->record.load()},
            {"queue", {{"waiting", parts_->queue.waiting()}}}};
}

Json Engine::tools() const
{
    return Json::parse(
        parts_->table->list_text(mcp::ToolForm::structured, access::ScopeSet::all()));
}

Result<void> Engine::check_arguments(const std::string &name, JsonView arguments)
{
    const mcp::Tool *tool = parts_->table->find(name);
    if (tool == nullptr)
        return Error{Errc::not_found, "there is no tool '" + name + "'", "name", ""};
    return tool->check(arguments);
}

void Engine::set_activity(std::string what) { parts_->queue.set_activity(std::move(what)); }

void Engine::set_running_unit(std::string title)
{
    parts_->queue.set_running_unit(std::move(title));
}

void Engine::publish_lesson(JsonView lesson)
{
    auto read = read_described<tools::Lesson>(lesson, "lesson");
    if (!read) throw Failure({Errc::internal, read.error().message, read.error().field, ""});
    parts_->router.publish_lesson(std::make_shared<const tools::Lesson>(*std::move(read)));
}

std::uint64_t Engine::export_events(const std::string &path)
{
    return parts_->on_writer(
        [parts = parts_.get(), path](store::RecordWriter &writer, std::uint64_t id) {
            const auto count = writer.export_events(path);
            parts->completions.put(
                {id, count ? Result<DescribedValue>(event_count(*count)) : count.error()});
        });
}

std::uint64_t Engine::import_vault(const std::string &folder)
{
    return parts_->on_writer(
        [parts = parts_.get(), folder](store::RecordWriter &writer, std::uint64_t id) {
            auto read = writer.read_other(folder);
            if (!read) {
                parts->completions.put({id, read.error()});
                return;
            }
            auto events = std::make_shared<std::vector<store::SpilledEvent>>(*std::move(read));
            parts->threads->post_to_engine([parts, id, events] {
                auto done = [parts, id](const Result<store::Recorded> &recorded) {
                    parts->completions.put(
                        {id, recorded ? Result<DescribedValue>(event_count(
                                            static_cast<std::int64_t>(recorded->event_ids.size())))
                                      : recorded.error()});
                };
                parts->threads->record().merge(std::move(*events), done);
            });
        });
}

void Engine::close()
{
    if (parts_->closed) return;
    parts_->closed = true;
    stop_server();
    parts_->worker.stop();
}

} // namespace mvr::host
