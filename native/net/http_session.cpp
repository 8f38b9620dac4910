// Over 250 lines: the steps of one connection, each of which ends in the next, are read together.

#include "net/http_session.hpp"

#include "net/discard_input.hpp"
#include "net/http_reply.hpp"
#include "net/log_end.hpp"
#include "net/mcp_head.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include <utility>

namespace mvr::net {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t most_kept_output_bytes = 64 * 1024; ///< of memory for the next response
/// Of events that a client does not take; it is dropped then.
constexpr std::size_t most_unsent_bytes = 1024 * 1024;

} // namespace

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
    end_socket(socket_);
    gone_.request_stop();
}

/// Between requests nothing is said: whoever connects again with the same token hears it then.
void HttpSession::disconnect(const std::string &why)
{
    const auto self = std::move(waiting_);
    if (!self) return close();
    gone_.request_stop();
    guarded([&] { events_.has_begun() ? end_events(why) : reject({401, why}, false); });
}

template <class Step> void HttpSession::guarded(Step step)
try {
    step();
} catch (...) {
    log_end("an HTTP session", std::current_exception());
    close();
}

void HttpSession::read()
{
    if (is_watching_) return static_cast<void>(reads_then_ = true);
    socket_.async_read_some(reader_.prepare(),
                            [self = shared_from_this()](error_code failed, std::size_t count) {
                                if (failed) return self->close();
                                self->reader_.commit(count);
                                self->guarded([&] { self->serve(); });
                            });
}

/// Notices a client that leaves meanwhile, unless it has sent more ahead than is kept for it.
void HttpSession::watch()
{
    if (is_watching_ || !reader_.has_room()) return;
    is_watching_ = true;
    socket_.async_wait(TcpSocket::wait_read, [self = shared_from_this()](error_code failed) {
        self->is_watching_ = false;
        if (failed) return self->close();
        self->guarded([&] { self->on_watched(); });
    });
}

/// The request may have been answered meanwhile, and the response may still be on its way.
void HttpSession::on_watched()
{
    if (waiting_) return read_ahead();
    if (std::exchange(reads_then_, false)) read();
}

/// Bytes are the next request's, which waits. The end of the input is the end of the client, as on
/// a stream of lines; one that has closed only its own half still gets the answer.
void HttpSession::read_ahead()
{
    error_code failed;
    const std::size_t count = socket_.read_some(reader_.prepare(), failed);
    if (failed == asio::error::eof) return static_cast<void>(gone_.request_stop());
    if (failed && failed != asio::error::would_block) return close();
    reader_.commit(count);
    watch();
}

void HttpSession::serve()
{
    while (serve_one()) {
    }
}

/// Idle time ends with the first byte; from then on the header has to come quickly.
bool HttpSession::serve_one()
{
    const Limits &limits = manager().limits();
    if (reader_.is_idle()) return read(), false;
    if (!reader_.is_body_admitted()) {
        if (!goes_on(reader_.read_head(), limits.header_time) || !admit()) return false;
    }
    return goes_on(reader_.read_body(), limits.body_time) && ask();
}

/// Asks for more bytes where that is what is missing; they have to come in time.
bool HttpSession::goes_on(RequestReader::Progress progress, std::chrono::milliseconds time)
{
    switch (progress) {
    case RequestReader::Progress::done: is_timed_ = false; return true;
    case RequestReader::Progress::failed:
        if (const auto rejection = reader_.rejection()) return reject(*rejection, false), false;
        return close(), false;
    case RequestReader::Progress::needs_more: break;
    }
    if (!std::exchange(is_timed_, true)) read_within(time);
    read();
    return false;
}

bool HttpSession::admit()
{
    if (const auto rejection = check()) {
        reject(*rejection, reader_.head().method() == http::verb::head);
        return false;
    }
    reader_.admit_body();
    if (reader_.head().count(http::field::expect) == 0 || reader_.is_whole()) return true;
    output_ = "HTTP/1.1 100 Continue\r\n\r\n";
    return send(After::continue_line);
}

std::optional<GateRejection> HttpSession::check()
{
    if (auto rejection = gate_.check_request(reader_.head())) return rejection;
    auto checked = manager().check_token(bearer_token(reader_.head()));
    if (!checked.principal)
        return token_rejection(checked.token == ConnectionManager::Token::wrong_too_often);
    set_principal(std::move(checked.principal));
    return gate_.check_content(reader_.head());
}

/// The endpoint answers during the call, or later on this thread.
bool HttpSession::ask()
{
    read_whenever();
    is_answering_ = true;
    const http::verb method = reader_.head().method();
    const mcp::HttpHead head = mcp_head(reader_.head());
    mcp::Endpoint &endpoint = manager().endpoint();
    events_ = EventStream(reader_.keeps_alive());
    ++request_;
    if (method == http::verb::delete_) return respond(endpoint.on_delete(head, principal()));
    gone_ = std::stop_source();
    is_asking_ = true;
    if (method == http::verb::get) {
        endpoint.on_get(head, exchange(head), gone_);
    } else {
        endpoint.on_post(head, reader_.body(), exchange(head), gone_);
    }
    is_asking_ = false;
    if (reply_) return respond(*std::exchange(reply_, std::nullopt));
    waiting_ = shared_from_this();
    if (events_.has_begun()) send_events();
    watch();
    return false;
}

/// HTTP/1.0 has no chunks, so it gets no notices.
mcp::Exchange HttpSession::exchange(const mcp::HttpHead &head)
{
    mcp::Exchange made{principal(), [weak = weak_from_this()](mcp::HttpReply reply) {
                           if (const auto self = weak.lock()) self->on_reply(std::move(reply));
                       }};
    if (reader_.head().version() != 11 || !mcp::accepts(head, "text/event-stream")) return made;
    made.notify = [weak = weak_from_this(), of = request_](const std::string &message) {
        const auto self = weak.lock();
        if (self && self->request_ == of) self->on_notice(message);
    };
    return made;
}

void HttpSession::on_reply(mcp::HttpReply reply)
{
    if (is_asking_) {
        reply_ = std::move(reply);
        return;
    }
    const auto self = std::move(waiting_);
    if (!self) return; // closed, or answered with a rejection
    guarded([&] {
        if (respond(reply)) serve();
    });
}

void HttpSession::on_notice(const std::string &message)
{
    if (reply_ || (!is_asking_ && !waiting_)) return; // answered, or closed
    events_.add(message);
    if (events_.unsent_bytes() > most_unsent_bytes) return close();
    if (!is_asking_) guarded([&] { send_events(); });
}

/// What is on its way takes the rest along when it has arrived.
bool HttpSession::send_events()
{
    if (is_sending_) return false;
    output_ = events_.take();
    if (!events_.has_ended()) return send(After::events);
    return send(is_rejected_ ? After::rejection : After::response);
}

/// Says why as the reply, and ends the connection.
void HttpSession::end_events(const std::string &why)
{
    is_rejected_ = true;
    events_.add(manager().endpoint().error_reply(reader_.body(), why));
    events_.end();
    send_events();
}

bool HttpSession::respond(const mcp::HttpReply &reply)
{
    if (events_.has_begun()) {
        if (!reply.body.empty()) events_.add(reply.body);
        events_.end();
        return send_events();
    }
    write_response(output_, reply, reader_.keeps_alive());
    return send(After::response);
}

/// Says why and ends the connection.
void HttpSession::reject(const GateRejection &rejection, bool without_body)
{
    write_rejection(output_, rejection, without_body);
    send(After::rejection);
}

/// Nearly always the system takes the whole of it at once.
bool HttpSession::send(After after)
{
    error_code failed;
    const std::size_t sent = socket_.write_some(asio::buffer(output_), failed);
    if (sent == output_.size()) return on_sent(after);
    if (failed && failed != asio::error::would_block) return close(), false;
    write_within(manager().limits().write_time);
    is_sending_ = true;
    asio::async_write(socket_, asio::buffer(output_) + sent,
                      [self = shared_from_this(), after](error_code unsent, std::size_t) {
                          if (unsent) return self->close();
                          self->is_sending_ = false;
                          self->write_done();
                          self->guarded([&] {
                              if (self->on_sent(after)) self->serve();
                          });
                      });
    return false;
}

bool HttpSession::on_sent(After after)
{
    if (output_.capacity() > most_kept_output_bytes) output_ = {};
    output_.clear();
    if (after == After::continue_line) return true;
    if (after == After::events) return events_.unsent_bytes() > 0 && send_events();
    is_answering_ = false;
    if (after == After::rejection) {
        discard_input(socket_, shared_from_this(), 2 * manager().limits().body_bytes);
        return false;
    }
    if (!reader_.keeps_alive()) return close(), false;
    reader_.next();
    read_within(manager().limits().idle_time);
    return true;
}

} // namespace mvr::net
