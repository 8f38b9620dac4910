#pragma once

#include "net/connections.hpp"

#include <memory>

namespace mvr::net {

/// Serves one connection of the line listener until it ends: the token on the first line, then one
/// JSON-RPC message a line.
void serve_lines(LineSocket socket, std::shared_ptr<ConnectionManager> manager);

} // namespace mvr::net
