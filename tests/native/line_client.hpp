#pragma once

#include "net/server.hpp"

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>

namespace mvr::net {

using LineProtocol = boost::asio::generic::stream_protocol;

/// Where the server takes lines on this system.
inline LineProtocol::endpoint line_endpoint(const Addresses &addresses)
{
    using namespace boost::asio;
    if (addresses.line_port != 0)
        return ip::tcp::endpoint(ip::address_v4::loopback(), addresses.line_port);
    return local::stream_protocol::endpoint(addresses.socket_path);
}

} // namespace mvr::net
