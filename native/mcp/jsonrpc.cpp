#include "mcp/jsonrpc.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace mvr::mcp {
namespace {

constexpr std::int64_t largest_id = 9'007'199'254'740'991;
constexpr std::size_t longest_id_bytes = 256;

bool is_id(const Json &value)
{
    if (value.is_string()) return value.get_ref<const std::string &>().size() <= longest_id_bytes;
    if (value.is_number_unsigned()) return value.get<std::uint64_t>() <= std::uint64_t{largest_id};
    return value.is_number_integer() && value.get<std::int64_t>() >= -largest_id;
}

Refusal invalid(const Json &id, std::string message, int error_code = code::invalid_request)
{
    return {id, {error_code, std::move(message), 400, nullptr}};
}

std::optional<Refusal> check_members(const Json &body, const Json &id)
{
    static constexpr std::array<std::string_view, 6> known = {"jsonrpc", "id",     "method",
                                                              "params",  "result", "error"};
    for (const auto &[name, value] : body.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return invalid(id, "a JSON-RPC message has no member '" + name.substr(0, 60) + "'");
        }
    }
    const auto version = body.find("jsonrpc");
    if (version == body.end() || *version != "2.0") return invalid(id, "'jsonrpc' must be \"2.0\"");
    return {};
}

} // namespace

std::variant<Message, Refusal> read_message(Json body)
{
    if (!body.is_object()) return invalid(nullptr, "a message is a JSON object");
    const bool has_id = body.contains("id");
    const Json id = has_id && is_id(body["id"]) ? body["id"] : Json(nullptr);
    if (auto refusal = check_members(body, id)) return *std::move(refusal);
    if (has_id && id.is_null()) {
        return invalid(
            nullptr, "'id' must be a string of at most 256 bytes or an integer within ±(2^53 − 1)");
    }

    const bool is_reply = body.contains("result") || body.contains("error");
    const auto method = body.find("method");
    if (method == body.end()) {
        if (!is_reply) return invalid(id, "'method' is missing");
        return Message{MessageKind::response, id, "", Json::object()};
    }
    if (is_reply) return invalid(id, "a message is a request or a response, not both");
    if (!method->is_string()) return invalid(id, "'method' must be a string");

    Message message{has_id ? MessageKind::request : MessageKind::notification, id,
                    std::move(method->get_ref<std::string &>()), Json::object()};
    if (const auto params = body.find("params"); params != body.end()) {
        if (!params->is_object()) {
            return invalid(id, "'params' must be an object", code::invalid_params);
        }
        message.params = std::move(*params);
    }
    return message;
}

std::string error_text(const Json &id, const ProtocolError &error)
{
    Json reply = {{"jsonrpc", "2.0"},
                  {"error", {{"code", error.code}, {"message", error.message}}}};
    if (!id.is_null()) reply["id"] = id;
    if (!error.data.is_null()) reply["error"]["data"] = error.data;
    return to_text(reply);
}

std::string reply_text(const Json &id, const Outcome &outcome)
{
    if (const auto *error = std::get_if<ProtocolError>(&outcome)) return error_text(id, *error);
    const std::string &result = std::get<std::string>(outcome);
    std::string text = R"({"jsonrpc":"2.0","id":)" + to_text(id) + R"(,"result":)";
    text.reserve(text.size() + result.size() + 1);
    return text += result, text += '}';
}

} // namespace mvr::mcp
