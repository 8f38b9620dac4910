#pragma once

#include "access/principal.hpp"
#include "mcp/http.hpp"

#include <functional>
#include <string>

namespace mvr::mcp {

/// The other end of one request: who asks, and how what goes back gets there. A reply may be
/// preceded, and on a stream followed, by notices.
///
/// Both functions may be called after the client has gone, and outlive the endpoint safely.
/// Thread: that of the endpoint.
struct Exchange {
    access::PrincipalPtr principal;
    std::function<void(HttpReply)> reply; ///< once
    /// One JSON-RPC notification; empty where the transport can carry none for this request.
    std::function<void(std::string)> notify = {};
};

/// The same where the reply is one line of text, empty if there is none.
struct LineExchange {
    access::PrincipalPtr principal;
    std::function<void(std::string)> reply; ///< once
    std::function<void(std::string)> notify = {};
};

} // namespace mvr::mcp
