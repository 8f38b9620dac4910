#include "net/server.hpp"

#include "net/connections.hpp"
#include "net/http_session.hpp"
#include "net/line_listener.hpp"
#include "net/line_session.hpp"
#include "net/listening.hpp"
#include "net/log_end.hpp"
#include "support/os.hpp"

#include <boost/asio/co_spawn.hpp>

#include <utility>

namespace mvr::net {
namespace {

/// A pause after a failure to accept (no descriptors left), so that it does not spin.
constexpr auto accept_pause = std::chrono::milliseconds(100);

template <class Acceptor>
Awaitable<> accept_all(std::shared_ptr<Acceptor> acceptor,
                       std::shared_ptr<ConnectionManager> manager)
{
    constexpr bool is_tcp = std::is_same_v<Acceptor, TcpAcceptor>;
    const auto local = acceptor->local_endpoint();
    while (acceptor->is_open()) {
        auto [failed, socket] = co_await acceptor->async_accept(as_values);
        if (failed == asio::error::operation_aborted) co_return;
        if (failed) {
            Timer pause(acceptor->get_executor());
            pause.expires_after(accept_pause);
            co_await pause.async_wait(as_values);
            continue;
        }
        if (!manager->accept()) continue;
        error_code ignored;
        socket.set_option(asio::ip::tcp::no_delay(true), ignored); // a local socket has no delay
        if constexpr (is_tcp) {
            std::make_shared<HttpSession>(std::move(socket), manager, local.port())->start();
        } else {
            serve_lines(std::move(socket), manager);
        }
    }
}

void on_listener_end(const std::exception_ptr &failure) { log_end("a listener", failure); }

} // namespace

struct Server::Impl {
    Impl(asio::io_context &on, mcp::Endpoint &endpoint, Config config)
        : io(on), manager(std::make_shared<ConnectionManager>(on, endpoint, std::move(config)))
    {
    }

    void start_http(Addresses &addresses);
    void start_lines(Addresses &addresses);
    template <class Acceptor>
    void start(Acceptor acceptor, std::vector<std::shared_ptr<Acceptor>> &among)
    {
        among.push_back(std::make_shared<Acceptor>(std::move(acceptor)));
        asio::co_spawn(io, accept_all(among.back(), manager), on_listener_end);
    }

    asio::io_context &io;
    std::shared_ptr<ConnectionManager> manager;
    std::vector<std::shared_ptr<TcpAcceptor>> http;
    std::vector<std::shared_ptr<LineAcceptor>> lines;
    std::string local_path; ///< to remove; empty if there is none
};

void Server::Impl::start_http(Addresses &addresses)
{
    auto acceptors = listen_on_loopback(io, manager->config().port);
    if (!acceptors) {
        addresses.http_problem = acceptors.error().message + ". " + acceptors.error().remedy;
        return;
    }
    addresses.port = acceptors->front().local_endpoint().port();
    addresses.url = "http://127.0.0.1:" + std::to_string(addresses.port) + "/mcp";
    for (TcpAcceptor &acceptor : *acceptors)
        start(std::move(acceptor), http);
}

void Server::Impl::start_lines(Addresses &addresses)
{
    if (manager->config().socket_path.empty()) return;
    auto listener = listen_for_lines(io, manager->config().socket_path);
    if (!listener) {
        addresses.socket_problem = listener.error().message + ". " + listener.error().remedy;
        return;
    }
    addresses.socket_path = local_path = listener->path;
    addresses.line_port = listener->port;
    start(std::move(listener->acceptor), lines);
}

Server::Server(asio::io_context &io, mcp::Endpoint &endpoint, Config config)
    : impl_(std::make_shared<Impl>(io, endpoint, std::move(config)))
{
}

Server::~Server() { stop(); }

Result<Addresses> Server::start()
{
    Addresses addresses;
    impl_->start_http(addresses);
    impl_->start_lines(addresses);
    if (impl_->http.empty() && impl_->lines.empty()) {
        return Error{Errc::conflict, addresses.http_problem, "port", addresses.socket_problem};
    }
    return addresses;
}

void Server::stop_accepting()
{
    error_code ignored;
    for (const auto &acceptor : impl_->http)
        acceptor->close(ignored);
    for (const auto &acceptor : impl_->lines)
        acceptor->close(ignored);
    if (!impl_->local_path.empty()) os::remove_quietly(std::exchange(impl_->local_path, {}));
    impl_->http.clear();
    impl_->lines.clear();
}

bool Server::is_answering() const { return impl_->manager->is_answering(); }

void Server::disconnect(const access::PrincipalPtr &principal, const std::string &why)
{
    impl_->manager->disconnect(principal, why);
}

void Server::stop()
{
    stop_accepting();
    impl_->manager->close_all();
}

std::size_t Server::connections() const { return impl_->manager->connections(); }

} // namespace mvr::net
