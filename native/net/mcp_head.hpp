#pragma once

#include "mcp/http.hpp"
#include "net/request.hpp"

namespace mvr::net {

/// The fields that the protocol reads; valid as long as `head` does not change.
inline mcp::HttpHead mcp_head(const RequestHead &head)
{
    return {head.find(RequestHead::Field::accept), head.find("MCP-Protocol-Version"),
            head.find("Mcp-Method"), head.find("Mcp-Name"), head.find("Mcp-Session-Id")};
}

} // namespace mvr::net
