#pragma once

#include "net/connections.hpp"

#include <memory>

namespace mvr::net {

/// Serves one HTTP connection until it ends. `port` is ours, for the check of Host.
void serve_http(TcpSocket socket, std::shared_ptr<ConnectionManager> manager, std::uint16_t port);

} // namespace mvr::net
