#include "net/listening.hpp"

#include "net/line_listener.hpp"

#include <boost/asio/ip/v6_only.hpp>

#include <utility>

namespace mvr::net {
namespace {

using asio::ip::tcp;

constexpr int attempts_at_free_port = 8;

Error port_error(std::uint16_t port, const error_code &failed)
{
    if (failed == asio::error::access_denied) {
        return {Errc::conflict,
                "port " + std::to_string(port) +
                    " is kept by the system or in use by another user's program",
                "port", "Choose another port in the preferences, or 0 for any free one."};
    }
    if (failed == asio::error::address_in_use) {
        return {Errc::conflict, "port " + std::to_string(port) + " is in use by another program",
                "port", "Choose another port in the preferences, or 0 for any free one."};
    }
    return {Errc::unsupported,
            "cannot listen on port " + std::to_string(port) + ": " + failed.message(), "port",
            "Choose another port in the preferences."};
}

bool says_no_ipv6(const error_code &failed)
{
    return failed == boost::system::errc::address_family_not_supported ||
           failed == boost::system::errc::address_not_available ||
           failed == boost::system::errc::protocol_not_supported;
}

Result<std::vector<TcpAcceptor>> listen_once(asio::io_context &io, std::uint16_t port)
{
    std::vector<TcpAcceptor> acceptors;
    acceptors.emplace_back(io.get_executor());
    if (const auto failed = open_alone(acceptors[0], {asio::ip::address_v4::loopback(), port})) {
        return port_error(port, failed);
    }
    const std::uint16_t got = acceptors[0].local_endpoint().port();
    TcpAcceptor six(io.get_executor());
    const auto failed = open_alone(six, {asio::ip::address_v6::loopback(), got});
    if (!failed)
        acceptors.push_back(std::move(six));
    else if (!says_no_ipv6(failed)) // a program that has it would get what is sent to "localhost"
        return port_error(got, failed);
    return acceptors;
}

} // namespace

error_code open_alone(TcpAcceptor &acceptor, const tcp::endpoint &at)
{
    error_code failed;
    const auto step = [&](auto &&action) {
        if (!failed) action();
    };
    step([&] { acceptor.open(at.protocol(), failed); });
    step([&] { keep_port_alone(acceptor, failed); });
    if (at.address().is_v6()) {
        step([&] { acceptor.set_option(asio::ip::v6_only(true), failed); });
    }
    step([&] { acceptor.bind(at, failed); });
    step([&] { acceptor.listen(asio::socket_base::max_listen_connections, failed); });
    return failed;
}

Result<std::vector<TcpAcceptor>> listen_on_loopback(asio::io_context &io, std::uint16_t port)
{
    auto acceptors = listen_once(io, port);
    for (int i = 1; port == 0 && !acceptors && i < attempts_at_free_port; ++i)
        acceptors = listen_once(io, 0);
    return acceptors;
}

} // namespace mvr::net
