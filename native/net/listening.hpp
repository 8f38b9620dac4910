#pragma once

#include "net/types.hpp"
#include "support/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace mvr::net {

/// Listens on 127.0.0.1 and, where the machine has it, on [::1] at the same port.
/// Errors: Errc::conflict if the port is taken; Errc::unsupported for anything else.
Result<std::vector<TcpAcceptor>> listen_on_loopback(asio::io_context &io, std::uint16_t port);

/// Listens at `path`, readable and writable by this user only. What a dead process left there is
/// removed; a living server is not robbed of its name.
/// Errors: Errc::conflict if the path is in use; Errc::unsupported for anything else.
Result<LocalAcceptor> listen_at_path(asio::io_context &io, const std::string &path);

} // namespace mvr::net
