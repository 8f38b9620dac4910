#pragma once

#include "net/connections.hpp"

#include <cstddef>
#include <memory>

namespace mvr::net {

/// Ends the output of `socket`, which is that of `connection`, reads what the peer is still sending
/// for a moment and throws it away, then closes: closing with unread bytes makes the system reset
/// the connection, and what was said last is lost. At most about `most_bytes` are read.
/// Thread: net.
void discard_input(TcpSocket &socket, const std::shared_ptr<Connection> &connection,
                   std::size_t most_bytes);

} // namespace mvr::net
