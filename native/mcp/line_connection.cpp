#include "mcp/classifier.hpp"
#include "mcp/legacy.hpp"
#include "mcp/modern.hpp"
#include "mcp/server_context.hpp"
#include "mcp/tool_call.hpp"

#include <utility>

namespace mvr::mcp {

/// Outlives the connection while calls are being worked on; `send` is empty once the client has
/// gone.
struct LineConnection::State {
    std::shared_ptr<ServerContext> context;
    access::PrincipalPtr principal;
    Send send;
    /// One table of ids for both eras: they share the connection.
    std::shared_ptr<LegacySession> session = std::make_shared<LegacySession>();

    void write(std::string text) const
    {
        if (send && !text.empty()) send(std::move(text));
    }
    void reject(std::string_view id, const ProtocolError &error) const
    {
        write(error_text(id, error));
    }
    static LineExchange exchange(const std::shared_ptr<State> &self)
    {
        const auto to_client = [self](std::string text) { self->write(std::move(text)); };
        return {self->principal, to_client, to_client};
    }

    void on_message(const std::shared_ptr<State> &self, const Message &message);
    void on_batch(const std::shared_ptr<State> &self, JsonView batch);
    void initialize(const Message &message) const;
    void on_modern(const std::shared_ptr<State> &self, const Message &message);
};

void LineConnection::State::initialize(const Message &message) const
{
    if (session->revision != nullptr) {
        return reject(message.id, {code::invalid_request, "this connection is already initialized",
                                   400, nullptr});
    }
    auto negotiated = negotiate(*context, message.params);
    if (const auto *error = std::get_if<ProtocolError>(&negotiated))
        return reject(message.id, *error);
    auto &[revision, client, result] = std::get<Handshake>(negotiated);
    session->revision = revision;
    session->client = std::move(client);
    write(reply_text(message.id, std::move(result)));
}

void LineConnection::State::on_modern(const std::shared_ptr<State> &self, const Message &message)
{
    auto call = call_of(message.params, principal, modern_version, exchange(self).notify,
                        std::stop_source());
    if (const auto error = session->in_flight.begin(message.id, call))
        return reject(message.id, *error);
    answer_modern(context, message, std::move(call),
                  [self, id = message.id](const Outcome &outcome) {
                      if (self->session->in_flight.end(id)) self->write(reply_text(id, outcome));
                  });
}

void LineConnection::State::on_message(const std::shared_ptr<State> &self, const Message &message)
{
    const auto routed = classify(message, nullptr);
    if (const auto *error = std::get_if<ProtocolError>(&routed)) return reject(message.id, *error);
    switch (std::get<Route>(routed)) {
    case Route::legacy_response: return;
    case Route::modern_notification:
    case Route::legacy_notification: return note_legacy(*session, message);
    case Route::legacy_initialize: return initialize(message);
    case Route::modern_request:
    case Route::legacy_request: break;
    }
    if (std::get<Route>(routed) == Route::modern_request) return on_modern(self, message);
    answer_legacy(context, session, message, exchange(self));
}

void LineConnection::State::on_batch(const std::shared_ptr<State> &self, JsonView batch)
{
    if (const auto error = reject_batch(batch)) return reject("", *error);
    if (const auto error = reject_batches(*session)) return reject("", *error);
    answer_batch(context, session, batch, exchange(self));
}

LineConnection::LineConnection(Endpoint &endpoint, access::PrincipalPtr principal, Send send)
    : state_(std::make_shared<State>())
{
    state_->context = endpoint.context();
    state_->session->principal = principal;
    state_->principal = std::move(principal);
    state_->send = std::move(send);
}

LineConnection::~LineConnection()
{
    state_->send = nullptr;
    state_->session->in_flight.cancel_all();
}

void LineConnection::on_line(std::string_view line)
{
    const auto parsed = state_->context->tape.parse(line);
    if (!parsed)
        return state_->reject("", {code::parse_error, parsed.error().message, 400, nullptr});
    if (parsed->is_array()) return state_->on_batch(state_, *parsed);
    const auto read = read_message(*parsed);
    if (const auto *rejection = std::get_if<Rejection>(&read))
        return state_->reject(rejection->id, rejection->error);
    state_->on_message(state_, std::get<Message>(read));
}

std::size_t LineConnection::in_flight() const { return state_->session->in_flight.size(); }

} // namespace mvr::mcp
