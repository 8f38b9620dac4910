#pragma once

#include "net/connections.hpp"
#include "net/event_stream.hpp"
#include "net/gate.hpp"
#include "net/request_reader.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace mvr::net {

/// One HTTP connection: its bytes are read as they come, the endpoint is asked, and the response is
/// written, at once if the system takes it; then the next request. A response that notices precede
/// is a stream of events. Lives until the connection ends.
/// Functions that return bool say whether the request goes on now; if not, it waits for the peer or
/// the endpoint, or the connection has ended. Thread: net.
class HttpSession final : public Connection, public std::enable_shared_from_this<HttpSession> {
  public:
    /// `port` is ours, for the check of Host.
    HttpSession(TcpSocket socket, std::shared_ptr<ConnectionManager> manager, std::uint16_t port)
        : Connection(std::move(manager)), socket_(std::move(socket)),
          gate_(port, this->manager().limits().body_bytes), reader_(this->manager().limits())
    {
    }

    void start();
    void close() override;
    void disconnect(const std::string &why) override;
    bool is_answering() const override { return is_answering_; }

  private:
    enum class After { continue_line, response, events, rejection };

    /// Whatever a step throws ends this connection, and no other.
    template <class Step> void guarded(Step step);
    void read();
    void watch();
    void on_watched();
    void read_ahead();
    void serve();
    bool serve_one();
    bool goes_on(RequestReader::Progress progress, std::chrono::milliseconds time);
    bool admit();
    std::optional<GateRejection> check();
    bool ask();
    mcp::Exchange exchange(const mcp::HttpHead &head);
    void on_reply(mcp::HttpReply reply);
    void on_notice(const std::string &message);
    bool respond(const mcp::HttpReply &reply);
    bool send_events();
    void end_events(const std::string &why);
    void reject(const GateRejection &rejection, bool without_body);
    bool send(After after);
    bool on_sent(After after);

    TcpSocket socket_;
    Gate gate_;
    RequestReader reader_;
    std::string output_;
    EventStream events_{true};            ///< the response, where it is one
    std::optional<mcp::HttpReply> reply_; ///< one that came while the endpoint was being asked
    std::uint64_t request_ = 0; ///< number of the one that is being answered, on this connection
    std::stop_source gone_{std::nostopstate}; ///< of the request: its client has left
    std::shared_ptr<HttpSession> waiting_;    ///< this, while only the endpoint could go on with it
    bool is_watching_ = false;                ///< the socket says when there is something to read
    bool reads_then_ = false;                 ///< once it does, the next request is read
    bool is_timed_ = false; ///< the part of the request that is being read has its deadline
    bool is_asking_ = false;
    bool is_sending_ = false;  ///< `output_` is on its way
    bool is_rejected_ = false; ///< the events end with why, and the connection with them
    bool is_answering_ = false;
};

} // namespace mvr::net
