#include "net/http_session.hpp"

#include "net/gate.hpp"
#include "net/http_reply.hpp"
#include "net/log_end.hpp"
#include "net/request.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>

#include <optional>
#include <stop_token>
#include <utility>

namespace mvr::net {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t read_bytes = 64 * 1024;
constexpr std::size_t most_kept_bytes = 64 * 1024; ///< of memory for the next response
constexpr auto linger_time = std::chrono::seconds(1);

/// One request after another: its bytes are read as they come, the endpoint is asked, and the
/// response is written, at once if the system takes it. Functions that return bool say whether the
/// request goes on now; if not, it waits for the peer or the endpoint, or the connection has ended.
class HttpSession final : public Connection, public std::enable_shared_from_this<HttpSession> {
  public:
    HttpSession(TcpSocket socket, std::shared_ptr<ConnectionManager> manager, std::uint16_t port)
        : Connection(std::move(manager)), socket_(std::move(socket)),
          gate_(port, this->manager().limits().body_bytes), buffer_(2 * read_bytes)
    {
    }

    void start();
    void close() override;
    bool is_answering() const override { return is_answering_; }

  private:
    enum class After { continue_line, response, refusal };

    template <class Step> void guarded(Step step);
    void read();
    void serve();
    bool serve_one();
    bool read_head();
    bool read_body();
    template <class Done> bool feed(Done is_done, std::chrono::milliseconds time);
    bool admit();
    std::optional<GateRefusal> check();
    bool ask();
    void on_reply(mcp::HttpReply reply);
    bool respond(const mcp::HttpReply &reply);
    void refuse(const GateRefusal &refusal, bool without_body);
    void refuse_error(error_code failed);
    bool send(After after);
    bool on_sent(After after);
    void drain(std::size_t drained);

    TcpSocket socket_;
    Gate gate_;
    boost::beast::flat_buffer buffer_;
    RequestHead head_;
    std::string body_;
    std::optional<RequestParser> parser_; ///< of the request that is being read or answered
    std::string output_;
    std::optional<mcp::HttpReply> reply_;     ///< one that came while the endpoint was being asked
    std::stop_source gone_{std::nostopstate}; ///< of the request: its client has left
    std::shared_ptr<HttpSession> waiting_;    ///< this, while only the endpoint could go on with it
    bool is_timed_ = false; ///< the part of the request that is being read has its deadline
    bool is_admitted_ = false;
    bool is_asking_ = false;
    bool is_answering_ = false;
    bool keeps_alive_ = false;
    bool closed_ = false;
};

void HttpSession::start()
{
    error_code ignored;
    socket_.non_blocking(true, ignored);
    read_within(manager().limits().header_time);
    read();
}

void HttpSession::close()
{
    const auto last = std::move(waiting_);
    error_code ignored;
    closed_ = true;
    socket_.close(ignored);
    gone_.request_stop();
}

/// Whatever a step throws ends this connection, and no other.
template <class Step> void HttpSession::guarded(Step step)
try {
    step();
} catch (...) {
    log_end("an HTTP session", std::current_exception());
    close();
}

void HttpSession::read()
{
    socket_.async_read_some(buffer_.prepare(read_bytes),
                            [self = shared_from_this()](error_code failed, std::size_t count) {
                                if (failed) return self->close();
                                self->buffer_.commit(count);
                                self->guarded([&] { self->serve(); });
                            });
}

void HttpSession::serve()
{
    while (serve_one()) {
    }
}

/// Idle time ends with the first byte; from then on the header has to come quickly.
bool HttpSession::serve_one()
{
    if (!parser_) {
        if (buffer_.size() == 0) return read(), false;
        const Limits &limits = manager().limits();
        parser_.emplace(head_, body_);
        parser_->header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        parser_->body_limit(boost::none); // the gate judges Content-Length once it knows who asks
        is_timed_ = is_admitted_ = false;
    }
    if (!is_admitted_ && !read_head()) return false;
    return read_body() && ask();
}

bool HttpSession::read_head()
{
    const auto is_done = [this] { return parser_->is_header_done(); };
    if (!feed(is_done, manager().limits().header_time)) return false;
    return admit();
}

bool HttpSession::read_body()
{
    return feed([this] { return parser_->is_done(); }, manager().limits().body_time);
}

/// Feeds the parser what is in the buffer, and asks for more if that is not enough. The parser
/// stops after the header by itself; what was read beyond stays in the buffer for the body or the
/// next request.
template <class Done> bool HttpSession::feed(Done is_done, std::chrono::milliseconds time)
{
    while (!is_done()) {
        error_code failed;
        if (buffer_.size() > 0) buffer_.consume(parser_->put(buffer_.data(), failed));
        if (failed && failed != http::error::need_more) return refuse_error(failed), false;
        if (is_done() || (!failed && buffer_.size() > 0)) continue;
        if (buffer_.size() >= read_bytes) return refuse_error(http::error::buffer_overflow), false;
        if (!std::exchange(is_timed_, true)) read_within(time);
        return read(), false;
    }
    is_timed_ = false;
    return true;
}

bool HttpSession::admit()
{
    if (const auto refusal = check()) {
        refuse(*refusal, head_.method() == http::verb::head);
        return false;
    }
    is_admitted_ = true;
    keeps_alive_ = parser_->keep_alive() && head_.version() == 11;
    parser_->body_limit(manager().limits().body_bytes);
    parser_->eager(true);
    if (head_.count(http::field::expect) == 0 || parser_->is_done()) return true;
    output_ = "HTTP/1.1 100 Continue\r\n\r\n";
    return send(After::continue_line);
}

std::optional<GateRefusal> HttpSession::check()
{
    if (auto refusal = gate_.check_request(head_)) return refusal;
    auto checked = manager().check_token(bearer_token(head_));
    switch (checked.token) {
    case ConnectionManager::Token::right: break;
    case ConnectionManager::Token::wrong:
        return GateRefusal{
            401, "the token is missing or wrong; send 'Authorization: Bearer' and the text of "
                 "the token file"};
    case ConnectionManager::Token::wrong_too_often:
        return GateRefusal{429,
                           "too many wrong tokens; wait, then send the text of the token file"};
    }
    set_principal(std::move(checked.principal));
    return gate_.check_content(head_);
}

mcp::HttpHead mcp_head(const RequestHead &head)
{
    return {head.find(http::field::accept), head.find("MCP-Protocol-Version"),
            head.find("Mcp-Method"), head.find("Mcp-Name"), head.find("Mcp-Session-Id")};
}

/// The endpoint answers during the call, or later on this thread.
bool HttpSession::ask()
{
    read_whenever();
    is_answering_ = true;
    const mcp::HttpHead head = mcp_head(head_);
    mcp::Endpoint &endpoint = manager().endpoint();
    if (head_.method() == http::verb::get) return respond(endpoint.on_get(head));
    if (head_.method() == http::verb::delete_)
        return respond(endpoint.on_delete(head, principal()));
    auto to_client = [weak = weak_from_this()](mcp::HttpReply reply) {
        if (const auto self = weak.lock()) self->on_reply(std::move(reply));
    };
    gone_ = std::stop_source();
    is_asking_ = true;
    endpoint.on_post(head, body_, {principal(), std::move(to_client), {}}, gone_);
    is_asking_ = false;
    if (reply_) return respond(*std::exchange(reply_, std::nullopt));
    if (!closed_) waiting_ = shared_from_this();
    return false;
}

void HttpSession::on_reply(mcp::HttpReply reply)
{
    if (is_asking_) {
        reply_ = std::move(reply);
        return;
    }
    const auto self = std::move(waiting_);
    if (closed_) return;
    guarded([&] {
        if (respond(reply)) serve();
    });
}

bool HttpSession::respond(const mcp::HttpReply &reply)
{
    write_response(output_, reply, keeps_alive_);
    return send(After::response);
}

/// Says why and ends the connection.
void HttpSession::refuse(const GateRefusal &refusal, bool without_body)
{
    write_refusal(output_, refusal, without_body);
    send(After::refusal);
}

void HttpSession::refuse_error(error_code failed)
{
    if (failed.category() != make_error_code(http::error::bad_method).category()) return close();
    GateRefusal refusal{400, "malformed HTTP: " + failed.message()};
    if (failed == http::error::header_limit || failed == http::error::buffer_overflow) {
        refusal = {431, "the header is larger than " +
                            std::to_string(manager().limits().header_bytes) + " bytes"};
    }
    if (failed == http::error::body_limit) {
        refusal = {413, "the body is larger than " + std::to_string(manager().limits().body_bytes) +
                            " bytes"};
    }
    refuse(refusal, false);
}

/// Nearly always the system takes the whole of it at once.
bool HttpSession::send(After after)
{
    error_code failed;
    const std::size_t sent = socket_.write_some(asio::buffer(output_), failed);
    if (sent == output_.size()) return on_sent(after);
    if (failed && failed != asio::error::would_block) return close(), false;
    write_within(manager().limits().write_time);
    asio::async_write(socket_, asio::buffer(output_) + sent,
                      [self = shared_from_this(), after](error_code unsent, std::size_t) {
                          if (unsent) return self->close();
                          self->write_done();
                          self->guarded([&] {
                              if (self->on_sent(after)) self->serve();
                          });
                      });
    return false;
}

bool HttpSession::on_sent(After after)
{
    if (output_.capacity() > most_kept_bytes) output_ = {};
    output_.clear();
    if (after == After::continue_line) return true;
    if (after == After::refusal) return drain(0), false;
    is_answering_ = false;
    if (!keeps_alive_) return close(), false;
    parser_.reset();
    read_within(manager().limits().idle_time);
    return true;
}

/// What a refused peer is still sending is read and thrown away for a moment: closing with unread
/// bytes makes the system reset the connection, and the reason is lost.
void HttpSession::drain(std::size_t drained)
{
    error_code ignored;
    if (drained == 0) {
        socket_.shutdown(TcpSocket::shutdown_send, ignored);
        read_within(linger_time);
    }
    if (drained >= 2 * manager().limits().body_bytes) return close();
    buffer_.clear();
    socket_.async_read_some(buffer_.prepare(read_bytes), [self = shared_from_this(), drained](
                                                             error_code failed, std::size_t count) {
        if (failed) return self->close();
        self->drain(drained + count);
    });
}

} // namespace

void serve_http(TcpSocket socket, std::shared_ptr<ConnectionManager> manager, std::uint16_t port)
{
    std::make_shared<HttpSession>(std::move(socket), std::move(manager), port)->start();
}

} // namespace mvr::net
