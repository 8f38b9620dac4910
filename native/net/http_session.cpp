#include "net/http_session.hpp"

#include "net/gate.hpp"
#include "net/http_reply.hpp"
#include "net/log_end.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>
#include <stop_token>
#include <utility>

namespace mvr::net {
namespace {

namespace http = boost::beast::http;
using Parser = http::request_parser<http::string_body>;

constexpr std::size_t read_bytes = 64 * 1024;
constexpr auto linger_time = std::chrono::seconds(1);

class HttpSession final : public Connection, public std::enable_shared_from_this<HttpSession> {
  public:
    HttpSession(TcpSocket socket, std::shared_ptr<ConnectionManager> manager, std::uint16_t port)
        : Connection(std::move(manager)), socket_(std::move(socket)),
          answered_(socket_.get_executor()), gate_(port, this->manager().limits().body_bytes),
          buffer_(2 * read_bytes)
    {
    }

    Awaitable<> run();
    void close() override;
    bool is_answering() const override { return is_answering_; }

  private:
    enum class Until { header, body };
    Awaitable<error_code> read(Parser &parser, Until until);
    Awaitable<bool> serve_one();
    Awaitable<bool> wait_for_request();
    Awaitable<bool> refuse(GateRefusal refusal, bool without_body);
    Awaitable<bool> refuse_error(error_code failed);
    Awaitable<bool> write(std::string text);
    Awaitable<std::optional<mcp::HttpReply>> ask(const Parser &parser, const mcp::HttpHead &head);
    std::optional<GateRefusal> check(const RequestHead &head);

    TcpSocket socket_;
    Timer answered_; ///< never expires: cancelled when the answer is there
    Gate gate_;
    boost::beast::flat_buffer buffer_;
    std::optional<mcp::HttpReply> reply_;
    std::stop_source gone_; ///< of the request that is being answered: its client has left
    bool waiting_ = false;
    bool is_answering_ = false;
    bool closed_ = false;
};

void HttpSession::close()
{
    error_code ignored;
    closed_ = true;
    socket_.close(ignored);
    answered_.cancel();
    gone_.request_stop();
}

/// Feeds the parser what is in the buffer, then from the socket. The parser stops after the header
/// by itself; what was read beyond stays in the buffer for the body or the next request.
Awaitable<error_code> HttpSession::read(Parser &parser, Until until)
{
    const auto done = [&] {
        return until == Until::header ? parser.is_header_done() : parser.is_done();
    };
    while (!done()) {
        if (buffer_.size() > 0) {
            error_code failed;
            buffer_.consume(parser.put(buffer_.data(), failed));
            if (failed && failed != http::error::need_more) co_return failed;
            if (done()) break;
            if (!failed && buffer_.size() > 0) continue;
        }
        if (buffer_.size() >= read_bytes) co_return http::error::buffer_overflow;
        const auto [failed, count] =
            co_await socket_.async_read_some(buffer_.prepare(read_bytes), as_values);
        if (failed) co_return failed;
        buffer_.commit(count);
    }
    co_return error_code{};
}

Awaitable<bool> HttpSession::write(std::string text)
{
    write_within(manager().limits().write_time);
    const auto [failed, count] = co_await asio::async_write(socket_, asio::buffer(text), as_values);
    write_done();
    co_return !failed;
}

/// Says why and ends the connection. What the peer is still sending is read and thrown away for a
/// moment: closing with unread bytes makes the system reset the connection, and the reason is lost.
Awaitable<bool> HttpSession::refuse(GateRefusal refusal, bool without_body)
{
    const bool said = co_await write(refusal_text(refusal, without_body));
    if (!said) co_return false;
    error_code ignored;
    socket_.shutdown(TcpSocket::shutdown_send, ignored);
    read_within(linger_time);
    for (std::size_t drained = 0; drained < 2 * manager().limits().body_bytes;) {
        buffer_.clear();
        const auto [failed, count] =
            co_await socket_.async_read_some(buffer_.prepare(read_bytes), as_values);
        if (failed) break;
        drained += count;
    }
    co_return false;
}

Awaitable<bool> HttpSession::refuse_error(error_code failed)
{
    if (failed.category() != make_error_code(http::error::bad_method).category()) co_return false;
    GateRefusal refusal{400, "malformed HTTP: " + failed.message()};
    if (failed == http::error::header_limit || failed == http::error::buffer_overflow) {
        refusal = {431, "the header is larger than " +
                            std::to_string(manager().limits().header_bytes) + " bytes"};
    }
    if (failed == http::error::body_limit) {
        refusal = {413, "the body is larger than " + std::to_string(manager().limits().body_bytes) +
                            " bytes"};
    }
    co_return co_await refuse(std::move(refusal), false);
}

std::optional<GateRefusal> HttpSession::check(const RequestHead &head)
{
    if (auto refusal = gate_.check_request(head)) return refusal;
    auto checked = manager().check_token(bearer_token(head));
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
    return gate_.check_content(head);
}

std::optional<std::string_view> field(const RequestHead &head, boost::beast::string_view name)
{
    const auto found = head.find(name);
    if (found == head.end()) return {};
    return std::string_view(found->value().data(), found->value().size());
}

mcp::HttpHead mcp_head(const RequestHead &head)
{
    return {field(head, "Accept"), field(head, "MCP-Protocol-Version"), field(head, "Mcp-Method"),
            field(head, "Mcp-Name"), field(head, "Mcp-Session-Id")};
}

Awaitable<std::optional<mcp::HttpReply>> HttpSession::ask(const Parser &parser,
                                                          const mcp::HttpHead &head)
{
    const http::verb method = parser.get().method();
    if (method == http::verb::get) co_return manager().endpoint().on_get(head);
    if (method == http::verb::delete_) co_return manager().endpoint().on_delete(head, principal());
    reply_.reset();
    auto on_reply = [weak = weak_from_this()](mcp::HttpReply reply) {
        const auto self = weak.lock();
        if (!self) return;
        self->reply_ = std::move(reply);
        if (self->waiting_) self->answered_.cancel();
    };
    gone_ = std::stop_source();
    manager().endpoint().on_post(head, parser.get().body(), {principal(), std::move(on_reply), {}},
                                 gone_);
    if (!reply_ && !closed_) {
        waiting_ = true;
        answered_.expires_at(SteadyClock::time_point::max());
        co_await answered_.async_wait(as_values);
        waiting_ = false;
    }
    co_return std::move(reply_);
}

/// Idle time ends with the first byte; from then on the header has to come quickly.
Awaitable<bool> HttpSession::wait_for_request()
{
    if (buffer_.size() > 0) co_return true;
    const auto [failed, count] =
        co_await socket_.async_read_some(buffer_.prepare(read_bytes), as_values);
    if (failed) co_return false;
    buffer_.commit(count);
    co_return true;
}

/// One request and its response. False when the connection is to end.
Awaitable<bool> HttpSession::serve_one()
{
    const Limits &limits = manager().limits();
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    parser.body_limit(boost::none); // the gate judges Content-Length once it knows who is asking
    read_within(limits.header_time);
    if (const error_code failed = co_await read(parser, Until::header))
        co_return co_await refuse_error(failed);

    const RequestHead &request = parser.get();
    if (auto refusal = check(request)) {
        co_return co_await refuse(*std::move(refusal), request.method() == http::verb::head);
    }
    // Taken before the body: Beast adds the fields of chunk trailers to the header.
    const mcp::HttpHead head = mcp_head(request);
    const bool keep_alive = parser.keep_alive() && request.version() == 11;
    if (request.count(http::field::expect) > 0 && !parser.is_done()) {
        const bool said = co_await write("HTTP/1.1 100 Continue\r\n\r\n");
        if (!said) co_return false;
    }
    parser.body_limit(limits.body_bytes);
    parser.eager(true);
    read_within(limits.body_time);
    if (const error_code failed = co_await read(parser, Until::body))
        co_return co_await refuse_error(failed);
    read_whenever();

    is_answering_ = true;
    const auto reply = co_await ask(parser, head);
    if (!reply) co_return false;
    const bool is_sent = co_await write(response_text(*reply, keep_alive));
    is_answering_ = false;
    co_return (is_sent && keep_alive);
}

Awaitable<> HttpSession::run()
{
    read_within(manager().limits().header_time);
    for (;;) { // one co_await a statement: g++ 12 miscompiles two joined by &&
        const bool asked = co_await wait_for_request();
        if (!asked) break;
        const bool goes_on = co_await serve_one();
        if (!goes_on) break;
        read_within(manager().limits().idle_time);
    }
    close();
}

Awaitable<> run_session(std::shared_ptr<HttpSession> session) { co_await session->run(); }

} // namespace

void serve_http(TcpSocket socket, std::shared_ptr<ConnectionManager> manager, std::uint16_t port)
{
    const auto executor = socket.get_executor();
    auto session = std::make_shared<HttpSession>(std::move(socket), std::move(manager), port);
    auto on_end = [](const std::exception_ptr &failure) { log_end("an HTTP session", failure); };
    asio::co_spawn(executor, run_session(std::move(session)), std::move(on_end));
}

} // namespace mvr::net
