#pragma once

#include "support/json.hpp"

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

/// A refusal by the protocol; a tool's own refusal is a result, never this.
struct ProtocolError {
    int code = code::internal_error;
    std::string message;
    int http_status = 200;
    Json data = nullptr; ///< left out when null
};

enum class MessageKind { request, notification, response };

/// One JSON-RPC message, its envelope checked.
struct Message {
    MessageKind kind = MessageKind::request;
    Json id; ///< string or integer; null in a notification
    std::string method;
    Json params; ///< an object; empty if the message had none
};

/// A refusal and the id of what was refused (null if that could not be read).
struct Refusal {
    Json id;
    ProtocolError error;
};

/// Reads one message. Unknown envelope members are refused, so that `Method` beside `method` can
/// not mean different things to us and to a proxy.
std::variant<Message, Refusal> read_message(Json body);

/// What a method gave: its result as JSON text, or a refusal.
using Outcome = std::variant<std::string, ProtocolError>;
/// Called once with what a method gave.
using Answer = std::function<void(Outcome)>;

/// The reply as one line of JSON text.
std::string reply_text(const Json &id, const Outcome &outcome);
std::string error_text(const Json &id, const ProtocolError &error);

} // namespace mvr::mcp
