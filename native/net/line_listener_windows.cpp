#include "net/line_listener.hpp"

#include "net/listening.hpp"

#include <boost/asio/ip/address_v4.hpp>

#include <utility>

namespace mvr::net {
namespace {

/// With SO_REUSEADDR, its opposite, another program could take the port from us on Windows.
using ExclusiveAddressUse = asio::detail::socket_option::boolean<SOL_SOCKET, SO_EXCLUSIVEADDRUSE>;

} // namespace

Result<LineListener> listen_for_lines(asio::io_context &io, const std::string &)
{
    TcpAcceptor acceptor(io.get_executor());
    if (const auto failed = open_alone(acceptor, {asio::ip::address_v4::loopback(), 0})) {
        return Error{Errc::unsupported, "cannot listen for lines: " + failed.message(), "port",
                     "Use HTTP, or restart Blender."};
    }
    const std::uint16_t port = acceptor.local_endpoint().port();
    return LineListener{LineAcceptor(std::move(acceptor)), "", port};
}

void keep_port_alone(TcpAcceptor &acceptor, error_code &failed)
{
    acceptor.set_option(ExclusiveAddressUse(true), failed);
}

} // namespace mvr::net
