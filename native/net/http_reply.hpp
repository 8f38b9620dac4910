#pragma once

#include "mcp/http.hpp"
#include "net/gate.hpp"

#include <string>

namespace mvr::net {

/// A whole response in one piece of memory, for one write.
std::string response_text(const mcp::HttpReply &reply, bool keep_alive);

/// The response to a request that the gate refused; the connection closes after it.
std::string refusal_text(const GateRefusal &refusal, bool without_body);

} // namespace mvr::net
