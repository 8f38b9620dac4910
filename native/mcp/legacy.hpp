#pragma once

#include "mcp/exchange.hpp"
#include "mcp/jsonrpc.hpp"
#include "mcp/server_context.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace mvr::mcp {

using ContextPtr = std::shared_ptr<ServerContext>;

/// The outcome of the legacy handshake.
struct Handshake {
    const Revision *revision;
    ClientInfo client;
    std::string result;
};

/// Answers `initialize`: the revision that the client asked for, or the newest of the era.
std::variant<Handshake, ProtocolError> negotiate(const ServerContext &context, JsonView params);

/// Answers one request within a legacy session as one line of text; an empty one if the client has
/// cancelled it meanwhile. A request that `InFlight` does not let begin is rejected.
void answer_legacy(const ContextPtr &context, const std::shared_ptr<LegacySession> &session,
                   const Message &request, const LineExchange &exchange);

/// Why an array is rejected, whatever the session: empty, too long, or of the modern era.
std::optional<ProtocolError> reject_batch(JsonView batch);
/// Why a session takes no batches, if it takes none.
std::optional<ProtocolError> reject_batches(const LegacySession &session);

/// Answers a batch that was not rejected: an array of the replies, or an empty text if nothing in
/// it asks for one.
void answer_batch(const ContextPtr &context, const std::shared_ptr<LegacySession> &session,
                  JsonView batch, const LineExchange &exchange);

/// Takes note of a notification of the client.
void note_legacy(LegacySession &session, const Message &notification);

} // namespace mvr::mcp
