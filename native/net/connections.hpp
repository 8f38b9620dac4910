#pragma once

#include "net/server.hpp"
#include "net/types.hpp"

#include <atomic>
#include <list>
#include <memory>

namespace mvr::net {

class ConnectionManager;

/// One connection, as its manager sees it.
class Connection {
  public:
    explicit Connection(std::shared_ptr<ConnectionManager> manager);
    virtual ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Drops the connection; every operation on it ends with an error.
    virtual void close() = 0;
    /// The same; where the peer waits for an answer it hears why before that: over HTTP as the
    /// response, on a stream of lines only if it can take it at once.
    virtual void disconnect(const std::string &why) = 0;

    void read_within(std::chrono::milliseconds time) { read_by_ = SteadyClock::now() + time; }
    void write_within(std::chrono::milliseconds time) { write_by_ = SteadyClock::now() + time; }
    void read_whenever() { read_by_ = SteadyClock::time_point::max(); }
    void write_done() { write_by_ = SteadyClock::time_point::max(); }
    bool overdue(SteadyClock::time_point now) const { return now >= read_by_ || now >= write_by_; }

    /// Null until it has shown a token.
    const access::PrincipalPtr &principal() const { return principal_; }
    void set_principal(access::PrincipalPtr principal) { principal_ = std::move(principal); }

    /// Whether a request is being answered, or an answer is on its way to the peer.
    virtual bool is_answering() const = 0;

  protected:
    ConnectionManager &manager() { return *manager_; }
    const ConnectionManager &manager() const { return *manager_; }

  private:
    std::shared_ptr<ConnectionManager> manager_;
    SteadyClock::time_point read_by_ = SteadyClock::time_point::max();
    SteadyClock::time_point write_by_ = SteadyClock::time_point::max();
    access::PrincipalPtr principal_;
};

/// All connections, what they share, and the bounds on them.
/// Thread: net; connections() any.
class ConnectionManager : public std::enable_shared_from_this<ConnectionManager> {
  public:
    ConnectionManager(asio::io_context &io, mcp::Endpoint &endpoint, Config config);

    /// False if there are too many: the newcomer is to be dropped. When too many have not shown a
    /// token yet, the one that has kept us waiting longest goes instead of the newcomer, so that
    /// silent connections cannot keep a client out.
    bool accept();

    enum class Token { right, wrong, wrong_too_often };
    struct Checked {
        Token token;
        access::PrincipalPtr principal; ///< null unless the token is right
    };
    Checked check_token(std::string_view presented);

    /// Whether any connection is being answered.
    bool is_answering() const;

    void close_all();
    /// Ends the connections of `principal`: itself, not another of its id.
    void disconnect(const access::PrincipalPtr &principal, const std::string &why);

    const Config &config() const { return config_; }
    const Limits &limits() const { return config_.limits; }
    mcp::Endpoint &endpoint() { return endpoint_; }
    std::size_t connections() const { return count_; }

  private:
    friend class Connection;
    void join(Connection *connection);
    void leave(Connection *connection);
    void sweep_later();
    void sweep();

    mcp::Endpoint &endpoint_;
    Config config_;
    std::list<Connection *> connections_; ///< in the order of their coming
    std::atomic<std::size_t> count_{0};
    /// One timer for all deadlines: re-arming one for each request costs more than the request.
    Timer sweep_timer_;
    bool sweeping_ = false;
    SteadyClock::time_point wrong_since_{};
    std::size_t wrong_tokens_ = 0;
};

} // namespace mvr::net
