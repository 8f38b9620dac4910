#pragma once

#include "mcp/exchange.hpp"
#include "mcp/jsonrpc.hpp"
#include "mcp/server_context.hpp"

#include <memory>

namespace mvr::mcp {

/// Serialises the results of the modern era that never change.
void prepare_modern(ServerContext &context);

/// Answers one request of the modern era whose `_meta` and header fields the classifier has passed.
void answer_modern(const std::shared_ptr<ServerContext> &context, const Message &request,
                   CallPtr call, Answer answer);

} // namespace mvr::mcp
