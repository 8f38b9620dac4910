#pragma once

#include "net/request.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::net {

/// Why a request does not get in. The connection is closed after it: its body has not been read.
struct GateRejection {
    int status;
    std::string message;
    int code = -32600; ///< of JSON-RPC: an invalid request
};

/// What stands between a parsed header and the endpoint. Beast's parser accepts several things that
/// RFC 9112 says to reject, and which two servers in a row could read in two ways (request
/// smuggling); web pages can make a browser send requests to this machine (DNS rebinding, CSRF). It
/// looks at the header only, before any byte of the body is read.
class Gate {
  public:
    Gate(std::uint16_t port, std::size_t body_limit_bytes);

    /// Framing, Host, Origin, path and method: all that is asked of everybody.
    std::optional<GateRejection> check_request(const RequestHead &head) const;

    /// Content-Type, Content-Encoding, Content-Length and Expect: asked of those who have the
    /// token.
    std::optional<GateRejection> check_content(const RequestHead &head) const;

  private:
    std::optional<GateRejection> check_host(const RequestHead &head) const;

    std::vector<std::string> hosts_;
    std::vector<std::string> origins_;
    std::size_t body_limit_bytes_;
};

/// For those who have not shown a token that is somebody's.
GateRejection token_rejection(bool is_too_often);

/// The credentials of "Authorization: Bearer …"; empty if there are none, or not exactly one.
std::string_view bearer_token(const RequestHead &head);

} // namespace mvr::net
