#pragma once

#include "support/json.hpp"
#include "support/json_tape.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace mvr::mcp {

/// JSON-RPC error codes: the standard ones, and those that the modern era reserves.
namespace code {
inline constexpr int parse_error = -32700;
inline constexpr int invalid_request = -32600;
inline constexpr int method_not_found = -32601;
inline constexpr int invalid_params = -32602;
inline constexpr int internal_error = -32603;
inline constexpr int header_mismatch = -32020;
inline constexpr int missing_client_capability = -32021;
inline constexpr int unsupported_version = -32022;
} // namespace code

/// An error of the protocol; a tool's own error is a result, never this.
struct ProtocolError {
    int code = code::internal_error;
    std::string message;
    int http_status = 200;
    Json data = nullptr; ///< left out when null
};

enum class MessageKind { request, notification, response };

/// One JSON-RPC message, its envelope checked. Views are into the tape that it was read on.
struct Message {
    MessageKind kind = MessageKind::request;
    std::string id; ///< a string or integer, as JSON; empty in a notification
    std::string_view method;
    JsonView params; ///< an object; a view of nothing if the message had none
};

/// An error and the id of what it is about (empty if that could not be read).
struct Rejection {
    std::string id;
    ProtocolError error;
};

/// Reads one message. Unknown envelope members are rejected, so that `Method` beside `method` can
/// not mean different things to us and to a proxy.
std::variant<Message, Rejection> read_message(JsonView body);

/// What a method gave: its result as JSON text, or an error.
using Outcome = std::variant<std::string, ProtocolError>;
/// Called once with what a method gave.
using Answer = std::function<void(Outcome)>;

/// The reply as one line of JSON text; `id` as in Message.
std::string reply_text(std::string_view id, const Outcome &outcome);
std::string error_text(std::string_view id, const ProtocolError &error);

} // namespace mvr::mcp
