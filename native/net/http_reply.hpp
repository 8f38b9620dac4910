#pragma once

#include "mcp/http.hpp"
#include "net/gate.hpp"

#include <string>

namespace mvr::net {

/// Adds a whole response to `out`, for one write.
void write_response(std::string &out, const mcp::HttpReply &reply, bool keep_alive);

/// Adds the header of a response that is a stream of events, in chunks.
void write_stream_header(std::string &out, bool keep_alive);

/// Adds the response to a request that the gate rejected; the connection closes after it.
void write_rejection(std::string &out, const GateRejection &rejection, bool without_body);

} // namespace mvr::net
