#pragma once

#include "mcp/core.hpp"
#include "mcp/jsonrpc.hpp"

#include <memory>

namespace mvr::mcp {

/// Serialises the results of the modern era that never change.
void prepare_modern(Core &core);

/// Answers one request of the modern era whose `_meta` and header fields the classifier has passed.
void answer_modern(const std::shared_ptr<Core> &core, Message request, Answer answer);

} // namespace mvr::mcp
