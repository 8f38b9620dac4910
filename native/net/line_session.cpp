#include "net/line_session.hpp"

#include "net/log_end.hpp"
#include "support/json.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <optional>
#include <string>
#include <utility>

namespace mvr::net {
namespace {

/// Replies that a peer has not taken yet: above the first no more of its lines are read, above the
/// second it is dropped.
constexpr std::size_t pause_above_bytes = 1024 * 1024;
constexpr std::size_t drop_above_bytes = 64 * 1024 * 1024;
constexpr std::size_t first_line_bytes = 1024;

/// An error that belongs to no request, with the end of its line.
std::string error_line(const std::string &message)
{
    constexpr int invalid_request = -32600;
    const Json reply = {{"jsonrpc", "2.0"},
                        {"error", {{"code", invalid_request}, {"message", message}}}};
    return to_text(reply) + "\n";
}

class LineSession final : public Connection, public std::enable_shared_from_this<LineSession> {
  public:
    LineSession(LineSocket socket, std::shared_ptr<ConnectionManager> manager)
        : Connection(std::move(manager)), socket_(std::move(socket)),
          drained_(socket_.get_executor())
    {
    }

    Awaitable<> run();
    void close() override;
    void disconnect(const std::string &why) override;
    bool is_answering() const override;

  private:
    Awaitable<std::optional<std::string_view>> next_line(std::size_t limit_bytes);
    Awaitable<bool> authenticate();
    Awaitable<> reject(std::string message);
    Awaitable<> wait_until_drained();
    Awaitable<> wait_until_sent();
    void send(const std::string &line);
    void write_pending();

    LineSocket socket_;
    Timer drained_; ///< never expires: cancelled when the peer has taken what was written
    std::string input_;
    std::size_t used_ = 0; ///< bytes of input_ that were handled
    std::string pending_;
    std::string writing_;
    const mcp::LineConnection *connection_ = nullptr; ///< while `run` serves lines
    bool closed_ = false;
};

bool LineSession::is_answering() const
{
    return !writing_.empty() || (connection_ != nullptr && connection_->in_flight() > 0);
}

void LineSession::close()
{
    closed_ = true;
    end_socket(socket_);
    drained_.cancel();
}

/// Behind a part of another line it could not be read, so then it is left out.
void LineSession::disconnect(const std::string &why)
{
    error_code unsent;
    socket_.non_blocking(true, unsent);
    if (writing_.empty()) socket_.write_some(asio::buffer(error_line(why)), unsent);
    close();
}

/// The next line without its end; valid until the next call. Empty when the connection has ended,
/// or a line is longer than `limit_bytes` (an error line has been sent then).
Awaitable<std::optional<std::string_view>> LineSession::next_line(std::size_t limit_bytes)
{
    auto end = input_.find('\n', used_);
    if (end == std::string::npos) {
        input_.erase(0, std::exchange(used_, 0));
        if (!input_.empty()) read_within(manager().limits().body_time);
        const auto [failed, count] = co_await asio::async_read_until(
            socket_, asio::dynamic_buffer(input_, limit_bytes + 1), '\n', as_values);
        if (failed == asio::error::not_found) {
            co_await reject("a line is longer than " + std::to_string(limit_bytes) + " bytes");
        }
        if (failed) co_return std::nullopt;
        end = count - 1;
    }
    std::string_view line = std::string_view(input_).substr(used_, end - used_);
    used_ = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    co_return line;
}

Awaitable<> LineSession::reject(std::string message)
{
    const std::string text = error_line(message);
    write_within(manager().limits().write_time);
    co_await asio::async_write(socket_, asio::buffer(text), as_values);
}

Awaitable<bool> LineSession::authenticate()
{
    read_within(manager().limits().header_time);
    const auto line = co_await next_line(first_line_bytes);
    if (!line) co_return false;
    const auto greeting = parse_json(*line);
    const bool has_token = greeting && greeting->is_object() && greeting->contains("token") &&
                           (*greeting)["token"].is_string();
    const std::string token = has_token ? (*greeting)["token"].get<std::string>() : std::string();
    auto checked = manager().check_token(token);
    if (checked.principal) {
        set_principal(std::move(checked.principal));
        co_return true;
    }
    co_await reject(
        "the token is missing or wrong; the first line is {\"token\": \"…\"} with the text of "
        "the token file");
    co_return false;
}

void LineSession::send(const std::string &line)
{
    if (closed_) return;
    pending_ += line;
    pending_ += '\n';
    if (pending_.size() > drop_above_bytes) return close();
    if (writing_.empty()) write_pending();
}

void LineSession::write_pending()
{
    writing_ = std::exchange(pending_, {});
    write_within(manager().limits().write_time);
    asio::async_write(socket_, asio::buffer(writing_),
                      [self = shared_from_this()](error_code failed, std::size_t) {
                          self->writing_.clear();
                          self->write_done();
                          if (failed) return self->close();
                          if (!self->pending_.empty()) self->write_pending();
                          self->drained_.cancel();
                      });
}

Awaitable<> LineSession::wait_until_drained()
{
    while (!closed_ && pending_.size() > pause_above_bytes) {
        drained_.expires_at(SteadyClock::time_point::max());
        co_await drained_.async_wait(as_values);
    }
}

/// A client that has ended its input, as a pipe does, still reads: it gets what is answered.
Awaitable<> LineSession::wait_until_sent()
{
    while (!closed_ && !writing_.empty()) {
        drained_.expires_at(SteadyClock::time_point::max());
        co_await drained_.async_wait(as_values);
    }
}

Awaitable<> LineSession::run()
{
    if (co_await authenticate()) {
        // The session owns the connection through this frame; `send` must not own the session.
        auto to_peer = [weak = weak_from_this()](const std::string &text) {
            if (const auto self = weak.lock()) self->send(text);
        };
        mcp::LineConnection connection(manager().endpoint(), principal(), std::move(to_peer));
        connection_ = &connection;
        for (;;) {
            read_whenever();
            co_await wait_until_drained();
            const auto line = co_await next_line(manager().limits().body_bytes);
            if (!line || closed_) break;
            if (!line->empty()) connection.on_line(*line);
        }
        connection_ = nullptr;
    }
    co_await wait_until_sent();
    close();
}

Awaitable<> run_session(std::shared_ptr<LineSession> session) { co_await session->run(); }

} // namespace

void serve_lines(LineSocket socket, std::shared_ptr<ConnectionManager> manager)
{
    const auto executor = socket.get_executor();
    auto session = std::make_shared<LineSession>(std::move(socket), std::move(manager));
    auto on_end = [](const std::exception_ptr &failure) { log_end("a session of lines", failure); };
    asio::co_spawn(executor, run_session(std::move(session)), std::move(on_end));
}

} // namespace mvr::net
