#include "host/engine.hpp"

#include "host/engine_parts.hpp"
#include "host/owner_token.hpp"
#include "support/strict_reader.hpp"

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

DescribedValue event_count(std::int64_t count) { return DescribedValue(EventCount{count}); }

} // namespace

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

Result<ServerStatus> Engine::start_server(std::uint16_t port, const std::string &run_folder)
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
    return status().server;
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

Status Engine::status() const
{
    Status now{.server = {},
               .record = *parts_->record.load(),
               .waiting = static_cast<std::int64_t>(parts_->queue.waiting())};
    if (const auto &serving = parts_->serving) {
        const net::Addresses &at = serving->addresses();
        now.server = {.running = true,
                      .port = at.port,
                      .url = at.url,
                      .socket = at.socket_path,
                      .line_port = at.line_port,
                      .token_file = serving->token_file(),
                      .http_problem = at.http_problem,
                      .socket_problem = at.socket_problem,
                      .clients = static_cast<std::int64_t>(serving->clients()),
                      .requests = serving->requests(),
                      .last_tool = *parts_->last_tool.load(),
                      .idle_seconds = serving->idle_seconds()};
    }
    return now;
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
