#pragma once

// mcp: the Model Context Protocol without sockets. Bytes of a request come in, bytes of a reply go
// out through a callback; both eras of the protocol, tools with their schemas, and nothing of what
// a tool means, where it runs, or how bytes travel.

#include "mcp/exchange.hpp"
#include "mcp/http.hpp"
#include "mcp/tool.hpp"
#include "support/clock.hpp"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace mvr::mcp {

struct ServerInfo {
    std::string name;
    std::string version;
    std::string title;
    std::string instructions;
};

struct ServerContext;

/// One server on one endpoint: modern (2026-07-28) and legacy (2025-11-25 to 2024-11-05) at once.
/// Replies to a client that has gone are the transport's to drop.
/// Thread: one, the net thread, for every member function.
class Endpoint {
  public:
    /// The tools answer on the endpoint's thread; within the call itself or later, also after the
    /// client has gone.
    Endpoint(ServerInfo info, std::shared_ptr<const ToolTable> tools, Clock clock = system_time_ms);
    ~Endpoint();
    Endpoint(const Endpoint &) = delete;
    Endpoint &operator=(const Endpoint &) = delete;

    /// Answers the body of one POST, now or later. Asking `stop` to stop says that the client has
    /// gone, which ends the work of a modern request.
    void on_post(const HttpHead &head, std::string_view body, Exchange exchange,
                 const std::stop_source &stop = {});
    /// The same for a GET, whose answer may be a stream of notices; nothing is served that way yet.
    void on_get(const HttpHead &head, const Exchange &exchange, const std::stop_source &stop = {});
    /// Ends a legacy session and asks the work of its calls to stop; only for whom it was begun.
    HttpReply on_delete(const HttpHead &head, const access::PrincipalPtr &principal);

    /// The reply to the body of a POST whose connection ends before its own reply has come: an
    /// error for each request in it.
    std::string error_reply(std::string_view body, const std::string &why);

    /// Ends the legacy sessions that `principal` (itself, not another of its id) began over HTTP.
    void end_sessions(const access::PrincipalPtr &principal);

    const std::shared_ptr<ServerContext> &context() const { return context_; }

  private:
    std::shared_ptr<ServerContext> context_;
};

/// One client on a stream of lines (local socket, stdio): one JSON-RPC message a line, both eras.
/// Destroying it is the client's going away: whatever is still being worked on is asked to stop,
/// and answered to nobody. Thread: that of the endpoint.
class LineConnection {
  public:
    /// `send` gets one message without its line end; it must not destroy this object.
    using Send = std::function<void(std::string)>;

    LineConnection(Endpoint &endpoint, access::PrincipalPtr principal, Send send);
    ~LineConnection();
    LineConnection(const LineConnection &) = delete;
    LineConnection &operator=(const LineConnection &) = delete;

    /// One line without its line end.
    void on_line(std::string_view line);

    /// Calls that have not been answered yet.
    std::size_t in_flight() const;

  private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace mvr::mcp
