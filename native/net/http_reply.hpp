#pragma once

#include "mcp/http.hpp"
#include "net/gate.hpp"

#include <string>

namespace mvr::net {

/// Adds a whole response to `out`, for one write.
void write_response(std::string &out, const mcp::HttpReply &reply, bool keep_alive);

/// Adds the response to a request that the gate refused; the connection closes after it.
void write_refusal(std::string &out, const GateRefusal &refusal, bool without_body);

} // namespace mvr::net
