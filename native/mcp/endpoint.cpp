#include "mcp/endpoint.hpp"

#include "mcp/classifier.hpp"
#include "mcp/legacy.hpp"
#include "mcp/modern.hpp"
#include "mcp/server_context.hpp"
#include "mcp/tool_call.hpp"

#include <utility>

namespace mvr::mcp {
namespace {

HttpReply with_body(int status, std::string body) { return {status, std::move(body), "", ""}; }

HttpReply rejected(std::string_view id, const ProtocolError &error)
{
    return with_body(error.http_status, error_text(id, error));
}

HttpReply transport_error(int status, std::string_view id, std::string message)
{
    return rejected(id, {code::invalid_request, std::move(message), status, nullptr});
}

HttpReply only_post() { return {405, "", "", "POST"}; }

/// What the legacy era's transport asks of every POST.
std::optional<HttpReply> reject_legacy_head(const HttpHead &head, std::string_view id)
{
    if (!accepts(head, "application/json") || !accepts(head, "text/event-stream")) {
        return transport_error(406, id, "Accept must name application/json and text/event-stream");
    }
    if (head.protocol_version && find_legacy(*head.protocol_version) == nullptr) {
        return transport_error(400, id, "MCP-Protocol-Version names a version that is not served");
    }
    return {};
}

using Found = std::variant<std::shared_ptr<LegacySession>, HttpReply>;

/// A session belongs to whom it was begun for: to anybody else it is unknown.
Found find_session(ServerContext &context, const HttpHead &head,
                   const access::PrincipalPtr &principal, std::string_view id)
{
    if (!head.session_id) {
        return transport_error(400, id, "Mcp-Session-Id is missing; send 'initialize' first");
    }
    auto session = context.sessions.find(*head.session_id, context.clock());
    if (session && session->principal->id == principal->id) return session;
    return transport_error(404, id,
                           "this session is unknown or has ended; send 'initialize' again");
}

void initialize(ServerContext &context, const HttpHead &head, const Message &message,
                const Exchange &exchange)
{
    if (head.session_id && context.sessions.find(*head.session_id, context.clock())) {
        return exchange.reply(
            transport_error(400, message.id, "this session is already initialized"));
    }
    auto negotiated = negotiate(context, message.params);
    if (const auto *error = std::get_if<ProtocolError>(&negotiated))
        return exchange.reply(rejected(message.id, *error));
    auto &[revision, client, result] = std::get<Handshake>(negotiated);
    const auto session = context.sessions.create(*revision, exchange.principal, context.clock());
    session->client = std::move(client);
    exchange.reply({200, reply_text(message.id, std::move(result)), session->id, ""});
}

LineExchange as_lines(Exchange exchange)
{
    auto reply = [reply = std::move(exchange.reply)](std::string text) {
        const int status = text.empty() ? 202 : 200;
        reply(with_body(status, std::move(text)));
    };
    return {std::move(exchange.principal), std::move(reply), std::move(exchange.notify)};
}

void on_legacy(const std::shared_ptr<ServerContext> &context, const HttpHead &head,
               const Message &message, Route route, Exchange exchange)
{
    if (auto error = reject_legacy_head(head, message.id)) return exchange.reply(*std::move(error));
    if (route == Route::legacy_initialize) return initialize(*context, head, message, exchange);
    auto found = find_session(*context, head, exchange.principal, message.id);
    if (auto *error = std::get_if<HttpReply>(&found)) return exchange.reply(std::move(*error));
    if (route == Route::legacy_notification) note_legacy(*std::get<0>(found), message);
    if (route != Route::legacy_request) return exchange.reply(with_body(202, ""));
    answer_legacy(context, std::get<0>(found), message, as_lines(std::move(exchange)));
}

void on_batch(const std::shared_ptr<ServerContext> &context, const HttpHead &head, JsonView batch,
              Exchange exchange)
{
    if (const auto error = reject_batch(batch)) return exchange.reply(rejected("", *error));
    if (auto error = reject_legacy_head(head, "")) return exchange.reply(*std::move(error));
    auto found = find_session(*context, head, exchange.principal, "");
    if (auto *error = std::get_if<HttpReply>(&found)) return exchange.reply(std::move(*error));
    const auto &session = std::get<0>(found);
    if (const auto error = reject_batches(*session)) return exchange.reply(rejected("", *error));
    answer_batch(context, session, batch, as_lines(std::move(exchange)));
}

void on_modern(const std::shared_ptr<ServerContext> &context, const Message &message,
               Exchange exchange, const std::stop_source &stop)
{
    auto call = call_of(message.params, exchange.principal, modern_version, exchange.notify, stop);
    answer_modern(context, message, std::move(call),
                  [id = message.id, reply = std::move(exchange.reply)](const Outcome &outcome) {
                      const auto *error = std::get_if<ProtocolError>(&outcome);
                      reply(with_body(error ? error->http_status : 200, reply_text(id, outcome)));
                  });
}

/// As JSON; empty for what is no request.
std::string id_of(JsonView body)
{
    auto read = read_message(body);
    auto *message = std::get_if<Message>(&read);
    if (message == nullptr || message->kind != MessageKind::request) return {};
    return std::move(message->id);
}

} // namespace

Endpoint::Endpoint(ServerInfo info, std::shared_ptr<const ToolTable> tools, Clock clock)
    : context_(std::make_shared<ServerContext>())
{
    context_->info = std::move(info);
    context_->tools = std::move(tools);
    context_->clock = std::move(clock);
    prepare_modern(*context_);
}

Endpoint::~Endpoint() = default;

void Endpoint::on_post(const HttpHead &head, std::string_view body, Exchange exchange,
                       const std::stop_source &stop)
{
    const auto parsed = context_->tape.parse(body);
    if (!parsed) {
        return exchange.reply(
            rejected("", {code::parse_error, parsed.error().message, 400, nullptr}));
    }
    if (parsed->is_array()) return on_batch(context_, head, *parsed, std::move(exchange));
    const auto read = read_message(*parsed);
    if (const auto *rejection = std::get_if<Rejection>(&read))
        return exchange.reply(rejected(rejection->id, rejection->error));
    const auto &message = std::get<Message>(read);
    const auto routed = classify(message, &head);
    if (const auto *error = std::get_if<ProtocolError>(&routed))
        return exchange.reply(rejected(message.id, *error));

    const Route route = std::get<Route>(routed);
    if (route == Route::modern_notification) return exchange.reply(with_body(202, ""));
    if (route == Route::modern_request)
        return on_modern(context_, message, std::move(exchange), stop);
    on_legacy(context_, head, message, route, std::move(exchange));
}

void Endpoint::on_get(const HttpHead &, const Exchange &exchange, const std::stop_source &)
{
    exchange.reply(only_post());
}

HttpReply Endpoint::on_delete(const HttpHead &head, const access::PrincipalPtr &principal)
{
    if (!head.session_id) return only_post();
    auto found = find_session(*context_, head, principal, "");
    if (auto *error = std::get_if<HttpReply>(&found)) return std::move(*error);
    context_->sessions.end(*head.session_id);
    return with_body(204, "");
}

std::string Endpoint::error_reply(std::string_view body, const std::string &why)
{
    const ProtocolError error{code::invalid_request, why, 401, nullptr};
    const auto parsed = context_->tape.parse(body);
    if (!parsed) return error_text("", error);
    if (!parsed->is_array()) return error_text(id_of(*parsed), error);
    std::string all;
    for (const JsonView one : parsed->children()) {
        const std::string id = id_of(one);
        if (!id.empty()) (all += all.empty() ? '[' : ',') += error_text(id, error);
    }
    return all.empty() ? error_text("", error) : all + ']';
}

void Endpoint::end_sessions(const access::PrincipalPtr &principal)
{
    context_->sessions.end_all_of(principal);
}

} // namespace mvr::mcp
