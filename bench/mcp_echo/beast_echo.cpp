// The bare Beast server that tools/call is compared with: reads a POST, sends its body back, and
// knows no JSON, token, limit or deadline. Use: beast_echo [PORT]; the first line of its output is
// one JSON object; SIGTERM ends it.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

asio::awaitable<void> serve(tcp::socket socket)
{
    boost::beast::flat_buffer buffer;
    for (;;) {
        http::request<http::string_body> request;
        const auto [unread, read] = co_await http::async_read(socket, buffer, request, as_values);
        if (unread) co_return;
        http::response<http::string_body> response(http::status::ok, request.version());
        response.set(http::field::content_type, "application/json");
        response.keep_alive(request.keep_alive());
        response.body() = std::move(request.body());
        response.prepare_payload();
        const auto [unsent, sent] = co_await http::async_write(socket, response, as_values);
        if (unsent || !response.keep_alive()) co_return;
    }
}

asio::awaitable<void> accept(tcp::acceptor &acceptor)
{
    for (;;) {
        auto [failed, socket] = co_await acceptor.async_accept(as_values);
        if (failed) co_return;
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(acceptor.get_executor(), serve(std::move(socket)), asio::detached);
    }
}

} // namespace

int main(int count, char **arguments)
{
    const auto port = static_cast<unsigned short>(count > 1 ? std::atoi(arguments[1]) : 0);
    asio::io_context io{1};
    tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), port});
    const auto got = acceptor.local_endpoint().port();
    std::cout << "{\"port\":" << got << ",\"url\":\"http://127.0.0.1:" << got << "/mcp\"}"
              << std::endl;
    asio::co_spawn(io, accept(acceptor), asio::detached);
    asio::signal_set signals(io, SIGTERM, SIGINT);
    signals.async_wait([&](const boost::system::error_code &, int) { io.stop(); });
    io.run();
    return 0;
}
