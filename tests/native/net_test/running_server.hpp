#pragma once

#include "http_texts.hpp"

#include "mcp/tool.hpp"
#include "net/server.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace mvr::net {

inline constexpr std::string_view test_token = "0123456789abcdef-right-token";

/// A server on a thread of its own, with a tool `echo` that answers at once, a tool `hold` that is
/// answered by release(), and a tool `late` that answers at once and reports progress after that.
class RunningServer {
  public:
    explicit RunningServer(Limits limits = {}, std::string socket_path = {},
                           std::uint16_t port = 0);
    ~RunningServer();
    RunningServer(const RunningServer &) = delete;
    RunningServer &operator=(const RunningServer &) = delete;

    const Addresses &addresses() const { return addresses_; }
    std::uint16_t port() const { return addresses_.port; }
    std::string host() const { return "127.0.0.1:" + std::to_string(port()); }
    std::size_t connections() const { return server_->connections(); }

    /// Waits until `count` calls of `hold` have come.
    void wait_for_calls(std::size_t count);
    /// Waits until this many of them are asked to stop.
    void wait_for_stops(std::size_t count);
    /// How many of them are asked to stop now.
    std::size_t stops();
    /// Ends the connections of the one principal that there is.
    void disconnect(const std::string &why);
    /// Has the calls of `hold` that came so far and want it report this progress.
    void report(const mcp::Progress &progress);
    /// The calls of `hold` that wait, and one of them made to report.
    std::vector<mcp::CallPtr> calls();
    void report(const mcp::CallPtr &call, const mcp::Progress &progress);
    /// Answers the calls of `hold` that came so far.
    void release();
    /// Waits until no more than `count` connections are open.
    void wait_for_connections(std::size_t count);

    /// A call of `hold`.
    struct Held {
        mcp::CallPtr call;
        std::function<void()> answer;
    };

  private:
    std::size_t count_held(const std::function<bool(const Held &)> &counts);
    void on_net_thread(const std::function<void()> &work);

    boost::asio::io_context io_{1};
    std::deque<Held> held_;
    std::unique_ptr<mcp::Endpoint> endpoint_;
    std::unique_ptr<Server> server_;
    Addresses addresses_;
    std::thread thread_;
};

/// Sends `request` to the port, closes our half, and returns all that came back.
std::string talk(std::uint16_t port, const std::string &request);
/// The first line of a client that has the token, and a line with its answer.
inline std::string greeting() { return "{\"token\": \"" + std::string(test_token) + "\"}\n"; }
inline constexpr auto ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";
inline constexpr auto pong = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n";

/// The same of lines; begins to read only after `reading_delay`.
std::string talk_lines(const RunningServer &server, const std::string &lines,
                       std::chrono::milliseconds reading_delay = {});

} // namespace mvr::net
