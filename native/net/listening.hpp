#pragma once

#include "net/types.hpp"
#include "support/result.hpp"

#include <cstdint>
#include <vector>

namespace mvr::net {

/// Listens on 127.0.0.1 and, where the machine has it, on [::1] at the same port.
/// Errors: Errc::conflict if the port is taken; Errc::unsupported for anything else.
Result<std::vector<TcpAcceptor>> listen_on_loopback(asio::io_context &io, std::uint16_t port);

/// Opens `acceptor` and listens on a port on which no other program listens or will.
error_code open_alone(TcpAcceptor &acceptor, const asio::ip::tcp::endpoint &at);

} // namespace mvr::net
