#pragma once

#include "mcp/jsonrpc.hpp"
#include "mcp/server_context.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace mvr::mcp {

/// A tool and the arguments that `params` gives it.
struct ToolRequest {
    const Tool *tool;
    JsonView arguments;
};

/// What the `params` of `tools/call` ask for, in both eras, or the protocol's error.
std::variant<ToolRequest, ProtocolError> read_tool_request(const ServerContext &context,
                                                           JsonView params);

/// Asks whether the caller may, and has the tool started. This is where a tool call begins, so
/// whatever is thrown ends here as a tool error. `respond` is called now or later, on the
/// endpoint's thread.
void call_tool(const ToolRequest &request, const CallPtr &call, const Respond &respond);

/// Rejects a `cursor`: lists are given whole, so none was ever issued.
std::optional<ProtocolError> reject_cursor(JsonView params);

/// The call of one request: what its `_meta` says, how its progress is reported, and how it is
/// stopped.
CallPtr call_of(JsonView params, const access::PrincipalPtr &principal, std::string_view revision,
                const std::function<void(std::string)> &notify, std::stop_source stop);

} // namespace mvr::mcp
