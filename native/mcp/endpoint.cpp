#include "mcp/endpoint.hpp"

#include "mcp/classifier.hpp"
#include "mcp/core.hpp"
#include "mcp/legacy.hpp"
#include "mcp/modern.hpp"

namespace mvr::mcp {
namespace {

using Reply = Endpoint::Reply;

HttpReply with_body(int status, std::string body) { return {status, std::move(body), "", ""}; }

HttpReply refused(const Json &id, const ProtocolError &error)
{
    return with_body(error.http_status, error_text(id, error));
}

HttpReply transport_error(int status, const Json &id, std::string message)
{
    return refused(id, {code::invalid_request, std::move(message), status, nullptr});
}

HttpReply only_post() { return {405, "", "", "POST"}; }

bool accepts(std::string_view accept, std::string_view type)
{
    return accept.find(type) != std::string_view::npos ||
           accept.find("*/*") != std::string_view::npos;
}

/// What the legacy era's transport asks of every POST.
std::optional<HttpReply> refuse_legacy_head(const HttpHead &head, const Json &id)
{
    const std::string_view accept = head.accept.value_or("");
    if (!accepts(accept, "application/json") || !accepts(accept, "text/event-stream")) {
        return transport_error(406, id, "Accept must name application/json and text/event-stream");
    }
    if (head.protocol_version && find_legacy(*head.protocol_version) == nullptr) {
        return transport_error(400, id, "MCP-Protocol-Version names a version that is not served");
    }
    return {};
}

using Found = std::variant<std::shared_ptr<LegacySession>, HttpReply>;

Found find_session(Core &core, const HttpHead &head, const Json &id)
{
    if (!head.session_id) {
        return transport_error(400, id, "Mcp-Session-Id is missing; send 'initialize' first");
    }
    if (auto session = core.sessions.find(*head.session_id, core.clock())) return session;
    return transport_error(404, id,
                           "this session is unknown or has ended; send 'initialize' again");
}

void initialize(Core &core, const HttpHead &head, const Message &message, const Reply &reply)
{
    if (head.session_id && core.sessions.find(*head.session_id, core.clock())) {
        return reply(transport_error(400, message.id, "this session is already initialized"));
    }
    auto shaken = shake_hands(core, message.params);
    if (const auto *refusal = std::get_if<ProtocolError>(&shaken))
        return reply(refused(message.id, *refusal));
    auto &[revision, result] = std::get<Handshake>(shaken);
    const auto session = core.sessions.create(*revision, core.clock());
    reply({200, reply_text(message.id, std::move(result)), session->id, ""});
}

std::function<void(std::string)> as_http(Reply reply)
{
    return [reply = std::move(reply)](std::string text) {
        const int status = text.empty() ? 202 : 200;
        reply(with_body(status, std::move(text)));
    };
}

void on_legacy(const std::shared_ptr<Core> &core, const HttpHead &head, Message message,
               Route route, Reply reply)
{
    if (auto refusal = refuse_legacy_head(head, message.id)) return reply(*std::move(refusal));
    if (route == Route::legacy_initialize) return initialize(*core, head, message, reply);
    auto found = find_session(*core, head, message.id);
    if (auto *refusal = std::get_if<HttpReply>(&found)) return reply(std::move(*refusal));
    if (route != Route::legacy_request) return reply(with_body(202, ""));
    answer_legacy(core, std::get<0>(found), std::move(message), as_http(std::move(reply)));
}

void on_batch(const std::shared_ptr<Core> &core, const HttpHead &head, Json batch, Reply reply)
{
    if (const auto refusal = refuse_batch(batch)) return reply(refused(nullptr, *refusal));
    if (auto refusal = refuse_legacy_head(head, nullptr)) return reply(*std::move(refusal));
    auto found = find_session(*core, head, nullptr);
    if (auto *refusal = std::get_if<HttpReply>(&found)) return reply(std::move(*refusal));
    const auto &session = std::get<0>(found);
    if (const auto refusal = refuse_batches(*session)) return reply(refused(nullptr, *refusal));
    answer_batch(core, session, std::move(batch), as_http(std::move(reply)));
}

void on_modern(const std::shared_ptr<Core> &core, Message message, Reply reply)
{
    const Json id = message.id;
    answer_modern(core, std::move(message), [id, reply = std::move(reply)](const Outcome &outcome) {
        const auto *refusal = std::get_if<ProtocolError>(&outcome);
        reply(with_body(refusal ? refusal->http_status : 200, reply_text(id, outcome)));
    });
}

} // namespace

Endpoint::Endpoint(ServerInfo info, std::shared_ptr<const ToolTable> tools, CallTool call_tool,
                   Clock clock)
    : core_(std::make_shared<Core>())
{
    core_->info = std::move(info);
    core_->tools = std::move(tools);
    core_->call_tool = std::move(call_tool);
    core_->clock = std::move(clock);
    prepare_modern(*core_);
}

Endpoint::~Endpoint() = default;

void Endpoint::on_post(const HttpHead &head, std::string_view body, Reply reply)
{
    auto parsed = parse_json(body);
    if (!parsed) {
        return reply(refused(nullptr, {code::parse_error, parsed.error().message, 400, nullptr}));
    }
    if (parsed->is_array()) return on_batch(core_, head, *std::move(parsed), std::move(reply));
    auto read = read_message(*std::move(parsed));
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return reply(refused(refusal->id, refusal->error));
    auto &message = std::get<Message>(read);
    const auto verdict = classify(message, &head);
    if (const auto *error = std::get_if<ProtocolError>(&verdict))
        return reply(refused(message.id, *error));

    const Route route = std::get<Route>(verdict);
    if (route == Route::modern_notification) return reply(with_body(202, ""));
    if (route == Route::modern_request)
        return on_modern(core_, std::move(message), std::move(reply));
    on_legacy(core_, head, std::move(message), route, std::move(reply));
}

HttpReply Endpoint::on_get(const HttpHead &) { return only_post(); }

HttpReply Endpoint::on_delete(const HttpHead &head)
{
    if (!head.session_id) return only_post();
    if (core_->sessions.erase(*head.session_id)) return with_body(204, "");
    return transport_error(404, nullptr, "this session is unknown or has ended");
}

} // namespace mvr::mcp
