#pragma once

#include "mcp/jsonrpc.hpp"
#include "mcp/server_context.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace mvr::mcp {

/// `tools/call` as both eras have it: finds the tool, asks whether the caller may, and has it
/// started with the arguments that stand in `params`. `done` gets the tool's outcome, or the
/// protocol's error. This is where a tool call begins, so whatever is thrown ends here as a tool
/// error. `done` is called once, now or later, on the endpoint's thread.
using ToolOutcome = std::variant<Result<std::string>, ProtocolError>;
void call_tool(const ServerContext &context, JsonView params, CallPtr call,
               std::function<void(ToolOutcome)> done);

/// Rejects a `cursor`: lists are given whole, so none was ever issued.
std::optional<ProtocolError> reject_cursor(JsonView params);

/// The call of one request: what its `_meta` says, and how its progress is told.
CallPtr call_of(JsonView params, const access::PrincipalPtr &principal, std::string_view revision,
                const std::function<void(std::string)> &notify);

} // namespace mvr::mcp
