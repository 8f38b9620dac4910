#pragma once

#include "mcp/endpoint.hpp"
#include "mcp/legacy_session.hpp"

namespace mvr::mcp {

/// What every request of an endpoint shares. Kept alive by the requests that are being worked on.
struct Core {
    ServerInfo info;
    std::shared_ptr<const ToolTable> tools;
    CallTool call_tool;
    Clock clock;
    SessionTable sessions;
    std::string modern_discover; ///< results that never change, serialised once
    std::string modern_tools;
};

} // namespace mvr::mcp
