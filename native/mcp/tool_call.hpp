#pragma once

#include "mcp/core.hpp"
#include "mcp/jsonrpc.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace mvr::mcp {

/// `tools/call` as both eras have it: finds the tool, checks the arguments against its schema, has
/// it carried out. `done` gets the result object (tool errors included), or the protocol's refusal.
/// This is where a tool call begins, so whatever is thrown ends here as a tool error.
void call_tool(const std::shared_ptr<Core> &core, Json params,
               std::function<void(std::variant<Json, ProtocolError>)> done);

/// Refuses a `cursor`: lists are given whole, so none was ever issued.
std::optional<ProtocolError> refuse_cursor(const Json &params);

} // namespace mvr::mcp
