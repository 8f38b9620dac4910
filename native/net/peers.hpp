#pragma once

#include "net/server.hpp"
#include "net/types.hpp"

#include <atomic>
#include <list>
#include <memory>

namespace mvr::net {

class Peers;

/// One connection, as the door-keeper sees it.
class Peer {
  public:
    explicit Peer(std::shared_ptr<Peers> peers);
    virtual ~Peer();
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    /// Drops the connection; every operation on it ends with an error.
    virtual void close() = 0;

    void read_within(std::chrono::milliseconds time) { read_by_ = SteadyClock::now() + time; }
    void write_within(std::chrono::milliseconds time) { write_by_ = SteadyClock::now() + time; }
    void read_whenever() { read_by_ = SteadyClock::time_point::max(); }
    void write_done() { write_by_ = SteadyClock::time_point::max(); }
    bool overdue(SteadyClock::time_point now) const { return now >= read_by_ || now >= write_by_; }

    bool authenticated() const { return authenticated_; }
    void set_authenticated() { authenticated_ = true; }

  protected:
    Peers &peers() { return *peers_; }

  private:
    std::shared_ptr<Peers> peers_;
    SteadyClock::time_point read_by_ = SteadyClock::time_point::max();
    SteadyClock::time_point write_by_ = SteadyClock::time_point::max();
    bool authenticated_ = false;
};

/// All connections, what they share, and the bounds on them.
/// Thread: net; connections() any.
class Peers : public std::enable_shared_from_this<Peers> {
  public:
    Peers(asio::io_context &io, mcp::Endpoint &endpoint, Config config);

    /// False if the house is full: the newcomer is to be dropped. When too many have not shown a
    /// token yet, the one that has kept us waiting longest goes instead of the newcomer, so that
    /// silent connections cannot keep a client out.
    bool admit();

    enum class Token { right, wrong, wrong_too_often };
    Token check_token(std::string_view presented);

    void close_all();

    const Config &config() const { return config_; }
    const Limits &limits() const { return config_.limits; }
    mcp::Endpoint &endpoint() { return endpoint_; }
    std::size_t connections() const { return count_; }

  private:
    friend class Peer;
    void join(Peer *peer);
    void leave(Peer *peer);
    void sweep_later();
    void sweep();

    mcp::Endpoint &endpoint_;
    Config config_;
    std::list<Peer *> peers_; ///< in the order of their coming
    std::atomic<std::size_t> count_{0};
    /// One timer for all deadlines: re-arming one for each request costs more than the request.
    Timer sweep_timer_;
    bool sweeping_ = false;
    SteadyClock::time_point wrong_since_{};
    std::size_t wrong_tokens_ = 0;
};

} // namespace mvr::net
