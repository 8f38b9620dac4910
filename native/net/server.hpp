#pragma once

// net: the listeners of the server on this machine: HTTP on loopback, and lines on a local socket
// (a port on Windows). It authenticates, limits and frames; what a message means is mcp's. It knows
// no SQL, no tools, no Python.

#include "access/principal.hpp"
#include "mcp/endpoint.hpp"
#include "support/result.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace boost::asio {
class io_context;
}

namespace mvr::net {

/// Bounds on what one peer may cost us.
struct Limits {
    std::size_t header_bytes = 8 * 1024;
    std::size_t body_bytes = 4 * 1024 * 1024; ///< also the longest line
    std::size_t connections = 64;
    std::size_t unauthenticated = 8; ///< connections that have not yet shown the token
    std::size_t wrong_tokens = 16;   ///< in one `wrong_token_window`; then 429 for the rest of it
    std::chrono::milliseconds wrong_token_window{10'000};
    std::chrono::milliseconds header_time{5'000};
    std::chrono::milliseconds body_time{15'000};
    std::chrono::milliseconds idle_time{
        60'000}; ///< HTTP between requests; who sends lines may be idle
    std::chrono::milliseconds write_time{10'000};
};

struct Config {
    std::uint16_t port = 0;  ///< 0: any free one
    std::string socket_path; ///< of the local socket; empty: no lines, also not on Windows' port
    /// Whose token this is, null if nobody's; must take the same time for every wrong one.
    std::function<access::PrincipalPtr(std::string_view presented)> authenticate;
    Limits limits;
};

/// Where the server can be reached.
struct Addresses {
    std::uint16_t port = 0;      ///< 0: HTTP is not there, see http_problem
    std::string url;             ///< "http://127.0.0.1:8765/mcp"
    std::string socket_path;     ///< of lines; empty: see socket_problem, or it is Windows
    std::uint16_t line_port = 0; ///< of lines on Windows, 0 elsewhere
    std::string http_problem;    ///< one or two sentences with the way out
    std::string socket_problem;  ///< likewise
};

/// Listens and serves until stopped.
/// Thread: construct anywhere; start, stop and the destructor on the thread that runs `io`, or
/// while nothing runs it. `endpoint` and `io` outlive it.
class Server {
  public:
    Server(boost::asio::io_context &io, mcp::Endpoint &endpoint, Config config);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Opens both listeners. Why one cannot be opened is in the result, and the other works.
    /// Errors: Errc::unsupported/conflict if neither could be opened.
    Result<Addresses> start();

    /// Takes no more connections. Idempotent.
    void stop_accepting();

    /// Whether a request is being answered, or an answer is on its way to its client.
    bool is_answering() const;

    /// Closes the connections of `principal` (itself, not another of its id), whose token is good
    /// no more. Its calls are asked to stop; who waits for an answer hears `why` instead.
    void disconnect(const access::PrincipalPtr &principal, const std::string &why);

    /// Stops accepting and closes every connection. Idempotent.
    void stop();

    /// Connections that are open now.
    std::size_t connections() const;

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace mvr::net
