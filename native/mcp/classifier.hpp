#pragma once

#include "mcp/http.hpp"
#include "mcp/jsonrpc.hpp"

#include <optional>
#include <variant>

namespace mvr::mcp {

/// Which face of the server answers a message.
enum class Route {
    modern_request,
    modern_notification,
    legacy_initialize,
    legacy_request,
    legacy_notification,
    legacy_response,
};

/// Decides the era of one message by what it says of itself and, over HTTP, by its header fields
/// (`head` is null on a stream of lines). Stateless: what a client said earlier does not count.
/// The order of the checks is part of the contract; see the table in the source.
std::variant<Route, ProtocolError> classify(const Message &message, const HttpHead *head);

/// Whether a message of a batch claims the modern era, which has no batches.
bool claims_modern(JsonView body);

} // namespace mvr::mcp
