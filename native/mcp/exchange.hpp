#pragma once

#include "access/principal.hpp"
#include "mcp/http.hpp"

#include <functional>
#include <string>

namespace mvr::mcp {

/// The other end of one request: who asks, and how what goes back gets there. Notices may precede
/// the reply for as long as it takes; over HTTP the first of them makes the response a stream of
/// events, which the reply ends.
///
/// Both functions may be called after the client has gone, and outlive the endpoint safely. Over
/// HTTP nothing follows the reply: what is notified then is dropped. Thread: that of the endpoint.
struct Exchange {
    access::PrincipalPtr principal;
    std::function<void(HttpReply)> reply; ///< once
    /// One JSON-RPC notification; empty where the client takes none.
    std::function<void(std::string)> notify = {};
};

/// The same where the reply is one line of text, empty if there is none.
struct LineExchange {
    access::PrincipalPtr principal;
    std::function<void(std::string)> reply; ///< once
    std::function<void(std::string)> notify = {};
};

} // namespace mvr::mcp
