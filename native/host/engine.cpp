#include "host/engine.hpp"

#include "host/call_router.hpp"
#include "host/export.hpp"
#include "host/serving.hpp"
#include "host/worker.hpp"
#include "store/ledger.hpp"
#include "support/log.hpp"
#include "support/os.hpp"
#include "support/published.hpp"
#include "tools/all.hpp"

#include <future>
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

Json to_json(const store::LedgerStatus &status)
{
    const store::OpenReport &opened = status.opened;
    Json json = {{"path", status.path}, {"events", status.events},   {"pending", status.pending},
                 {"lost", status.lost}, {"problem", status.problem}, {"recovered", nullptr}};
    if (opened.damaged) {
        json["recovered"] = {{"damaged_at_sequence", opened.damaged_at_sequence},
                             {"what", opened.what},
                             {"kept_as", opened.kept_as},
                             {"events", opened.events}};
    }
    return json;
}

store::Ledger open_ledger(const EngineConfig &config)
{
    auto prepared = os::make_private_folder(config.folder);
    if (!prepared) return store::Ledger::without_log(config.clock, prepared.error().message);
    auto ledger = store::Ledger::open(config.folder, config.clock);
    if (ledger) return std::move(*ledger);
    log_error("the record does not open: " + ledger.error().message);
    return store::Ledger::without_log(config.clock,
                                      ledger.error().message + " " + ledger.error().remedy);
}

} // namespace

struct Engine::Parts {
    explicit Parts(EngineConfig settings)
        : config(std::move(settings)), desk(config.scene_patience, config.scene_grace),
          table(tools::all_tools(tool_context)), worker([this] { tick(); }, [this] { finish(); }),
          router(worker, desk)
    {
        worker.post([this] {
            ledger.emplace(open_ledger(config));
            tool_context.ledger = &*ledger;
            publish();
        });
    }

    void tick()
    {
        desk.expire();
        if (++ticks_since_publish >= 5) {
            if (ledger) ledger->maintain();
            publish();
        }
    }

    void finish()
    {
        desk.refuse_all(shutting_down());
        tool_context.ledger = nullptr;
        ledger.reset();
    }

    void publish()
    {
        ticks_since_publish = 0;
        if (ledger) record.store(to_json(ledger->status()));
    }

    EngineConfig config;
    tools::Context tool_context{nullptr, config.clock};
    SceneDesk desk;
    std::shared_ptr<const mcp::ToolTable> table;
    std::optional<store::Ledger> ledger; // store thread
    int ticks_since_publish = 0;         // store thread
    Published<Json> record{Json::object()};
    std::shared_ptr<Serving> serving; // main thread
    std::uint64_t next_call_id = 1;   // main thread
    bool closed = false;              // main thread
    Worker worker;
    CallRouter router;
};

Engine::Engine(EngineConfig config) : parts_(std::make_shared<Parts>(std::move(config))) {}

Engine::~Engine() { close(); }

std::uint64_t Engine::call(const std::string &name, Json arguments)
{
    const std::uint64_t id = parts_->next_call_id++;
    auto deliver = [parts = parts_.get(), id](Result<Json> outcome) {
        parts->desk.deliver({id, std::move(outcome)});
    };
    const mcp::Tool *tool = parts_->table->find(name);
    if (parts_->closed) {
        deliver(shutting_down());
    } else if (tool == nullptr) {
        deliver(Error{Errc::not_found, "there is no tool '" + name + "'", "name", ""});
    } else if (auto valid = mcp::validate(tool->input_schema, arguments); !valid) {
        deliver(valid.error());
    } else {
        parts_->router.run(*tool, std::move(arguments), true, std::move(deliver));
    }
    return id;
}

std::optional<MainItem> Engine::take(std::chrono::milliseconds patience, bool local_only)
{
    return parts_->desk.take(patience, local_only);
}

void Engine::answer(std::uint64_t request_id, Result<Json> reply)
{
    parts_->worker.post([parts = parts_.get(), request_id, reply = std::move(reply)] {
        parts->desk.answered(request_id, reply);
    });
}

Result<Json> Engine::start_server(std::uint16_t port, const std::string &run_folder)
{
    if (parts_->closed) return shutting_down();
    if (parts_->serving) {
        return Error{Errc::conflict, "the server is already running", "", "Stop it first."};
    }
    auto route = [parts = parts_.get()](const mcp::Tool &tool, Json arguments,
                                        const CallRouter::Done &done) {
        parts->router.run(tool, std::move(arguments), false, done);
    };
    const mcp::ServerInfo info{"malloc-vr-learning", MALLOC_VR_VERSION,
                               "Malloc VR Learning in Blender " + parts_->config.blender_version,
                               server_instructions};
    auto serving = Serving::start(info, parts_->table, std::move(route), port, run_folder);
    if (!serving) return serving.error();
    parts_->serving = *serving;
    return status().at("server");
}

void Engine::stop_server()
{
    if (!parts_->serving) return;
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
                  {"last_tool", parts_->router.last_tool()}};
    }
    return {{"server", std::move(server)},
            {"record", *parts_->record.load()},
            {"queue", {{"waiting", parts_->desk.waiting()}}}};
}

Json Engine::tools() const
{
    return Json::parse(parts_->table->list_text(mcp::ToolForm::structured));
}

void Engine::set_activity(std::string what) { parts_->desk.set_activity(std::move(what)); }

Result<std::int64_t> Engine::export_events(const std::string &path)
{
    std::promise<Result<std::int64_t>> promise;
    auto written = promise.get_future();
    const bool taken = parts_->worker.post([&] {
        promise.set_value(
            host::export_events(parts_->ledger ? parts_->ledger->log() : nullptr, path));
    });
    if (!taken) return shutting_down();
    return written.get();
}

void Engine::close()
{
    if (parts_->closed) return;
    parts_->closed = true;
    stop_server();
    parts_->worker.stop();
}

} // namespace mvr::host
