#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mvr::mcp {

/// The header fields that the protocol reads, as they stood in the request (optional whitespace
/// around a value removed). Views into the caller's buffer: valid during the call only.
struct HttpHead {
    std::optional<std::string_view> accept;
    std::optional<std::string_view> protocol_version; ///< MCP-Protocol-Version
    std::optional<std::string_view> method;           ///< Mcp-Method
    std::optional<std::string_view> name;             ///< Mcp-Name
    std::optional<std::string_view> session_id;       ///< Mcp-Session-Id
};

/// What goes back. A body is always application/json.
struct HttpReply {
    int status = 200;
    std::string body;
    std::string session_id; ///< Mcp-Session-Id, if not empty
    std::string allow;      ///< Allow, if not empty
};

} // namespace mvr::mcp
