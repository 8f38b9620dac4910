#pragma once

#include "net/types.hpp"
#include "support/result.hpp"

#include <cstdint>
#include <string>

namespace mvr::net {

/// Where clients that send lines come in: a local socket; or on Windows, where few programs know
/// such sockets, a port of its own.
struct LineListener {
    LineAcceptor acceptor;
    std::string path;       ///< empty on Windows
    std::uint16_t port = 0; ///< 0 elsewhere
};

/// Listens for lines at `path`, which only this user may open; Windows takes any free port of
/// loopback instead. What a dead process left at the path is removed; a living server is not robbed
/// of its name.
/// Errors: Errc::conflict if the path is in use; Errc::unsupported for anything else.
Result<LineListener> listen_for_lines(asio::io_context &io, const std::string &path);

/// Lets no other program listen on the port of an acceptor that is open and not bound yet.
void keep_port_alone(TcpAcceptor &acceptor, error_code &failed);

} // namespace mvr::net
