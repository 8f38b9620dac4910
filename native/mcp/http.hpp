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

/// Whether the client takes an answer of this type.
inline bool accepts(const HttpHead &head, std::string_view type)
{
    const std::string_view accept = head.accept.value_or("");
    return accept.find(type) != std::string_view::npos ||
           accept.find("*/*") != std::string_view::npos;
}

/// What goes back at the end of a request. A body is always JSON: the whole response, or the last
/// event of a stream.
struct HttpReply {
    int status = 200;
    std::string body;
    std::string session_id; ///< Mcp-Session-Id, if not empty
    std::string allow;      ///< Allow, if not empty
};

} // namespace mvr::mcp
