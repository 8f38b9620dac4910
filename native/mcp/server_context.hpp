#pragma once

#include "mcp/endpoint.hpp"
#include "mcp/legacy_session.hpp"

namespace mvr::mcp {

/// What every request of an endpoint shares. Kept alive by the requests that are being worked on.
struct ServerContext {
    ServerInfo info;
    std::shared_ptr<const ToolTable> tools;
    Clock clock;
    SessionTable sessions;
    JsonTape tape;                ///< of the message that is being read
    std::string modern_discover;  ///< results that never change, serialised once
    std::string modern_stamp;     ///< members that every modern result carries
    std::string modern_cacheable; ///< … and every list
};

} // namespace mvr::mcp
