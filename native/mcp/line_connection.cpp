#include "mcp/classifier.hpp"
#include "mcp/core.hpp"
#include "mcp/legacy.hpp"
#include "mcp/modern.hpp"

namespace mvr::mcp {
namespace {

/// More than any client has outstanding; bounds what one that never waits can make us hold.
constexpr std::size_t most_in_flight = 256;

} // namespace

/// Outlives the connection while calls are being worked on; `send` is empty once the client has
/// gone.
struct LineConnection::State {
    std::shared_ptr<Core> core;
    Send send;
    /// One table of ids for both eras: they share the connection.
    std::shared_ptr<LegacySession> session = std::make_shared<LegacySession>();

    void say(std::string text) const
    {
        if (send && !text.empty()) send(std::move(text));
    }
    void refuse(const Json &id, const ProtocolError &error) const { say(error_text(id, error)); }

    void on_message(const std::shared_ptr<State> &self, Message message);
    void on_batch(const std::shared_ptr<State> &self, Json batch);
    void initialize(const Message &message);
    void on_modern(const std::shared_ptr<State> &self, Message message);
};

void LineConnection::State::initialize(const Message &message)
{
    if (session->revision != nullptr) {
        return refuse(message.id, {code::invalid_request, "this connection is already initialized",
                                   400, nullptr});
    }
    auto shaken = shake_hands(*core, message.params);
    if (const auto *refusal = std::get_if<ProtocolError>(&shaken))
        return refuse(message.id, *refusal);
    auto &[revision, result] = std::get<Handshake>(shaken);
    session->revision = revision;
    say(reply_text(message.id, std::move(result)));
}

void LineConnection::State::on_modern(const std::shared_ptr<State> &self, Message message)
{
    const Json id = message.id;
    if (!session->in_flight.begin(id)) {
        return refuse(id, {code::invalid_request, "a request of this id is still being answered",
                           400, nullptr});
    }
    answer_modern(core, std::move(message), [self, id](const Outcome &outcome) {
        if (self->session->in_flight.end(id)) self->say(reply_text(id, outcome));
    });
}

void LineConnection::State::on_message(const std::shared_ptr<State> &self, Message message)
{
    const auto verdict = classify(message, nullptr);
    if (const auto *error = std::get_if<ProtocolError>(&verdict)) return refuse(message.id, *error);
    switch (std::get<Route>(verdict)) {
    case Route::legacy_response: return;
    case Route::modern_notification:
    case Route::legacy_notification: return note_legacy(*session, message);
    case Route::legacy_initialize: return initialize(message);
    case Route::modern_request:
    case Route::legacy_request: break;
    }
    if (session->in_flight.size() >= most_in_flight) {
        return refuse(message.id, {code::internal_error,
                                   "256 requests are being answered; wait for some", 200, nullptr});
    }
    if (std::get<Route>(verdict) == Route::modern_request)
        return on_modern(self, std::move(message));
    answer_legacy(core, session, std::move(message),
                  [self](std::string text) { self->say(std::move(text)); });
}

void LineConnection::State::on_batch(const std::shared_ptr<State> &self, Json batch)
{
    if (const auto refusal = refuse_batch(batch)) return refuse(nullptr, *refusal);
    if (const auto refusal = refuse_batches(*session)) return refuse(nullptr, *refusal);
    answer_batch(core, session, std::move(batch),
                 [self](std::string text) { self->say(std::move(text)); });
}

LineConnection::LineConnection(Endpoint &endpoint, Send send) : state_(std::make_shared<State>())
{
    state_->core = endpoint.core();
    state_->send = std::move(send);
}

LineConnection::~LineConnection() { state_->send = nullptr; }

void LineConnection::on_line(std::string_view line)
{
    auto parsed = parse_json(line);
    if (!parsed)
        return state_->refuse(nullptr, {code::parse_error, parsed.error().message, 400, nullptr});
    if (parsed->is_array()) return state_->on_batch(state_, *std::move(parsed));
    auto read = read_message(*std::move(parsed));
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return state_->refuse(refusal->id, refusal->error);
    state_->on_message(state_, std::get<Message>(std::move(read)));
}

std::size_t LineConnection::in_flight() const { return state_->session->in_flight.size(); }

} // namespace mvr::mcp
