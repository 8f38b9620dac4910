#include "mcp/jsonrpc.hpp"

#include "support/json_writer.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace mvr::mcp {
namespace {

/// As JSON; nothing for what is no id.
std::optional<std::string> id_text(JsonView id)
{
    std::string text;
    if (id.is_text()) {
        write_json_text(text, id.text());
        return text;
    }
    if (id.kind() != JsonView::Kind::integer) return std::nullopt;
    constexpr std::int64_t largest = 9'007'199'254'740'991; // 2^53 - 1
    const auto number = id.exact_integer();
    if (!number || *number > largest || *number < -largest) return std::nullopt;
    write_json_integer(text, *number);
    return text;
}

Rejection invalid(std::string id, std::string message, int error_code = code::invalid_request)
{
    return {std::move(id), {error_code, std::move(message), 400, nullptr}};
}

struct Envelope {
    JsonView version, id, method, params, result, error;
};

std::optional<std::string> read_envelope(JsonView body, Envelope &envelope)
{
    const std::array<std::pair<std::string_view, JsonView *>, 6> known = {
        {{"jsonrpc", &envelope.version},
         {"id", &envelope.id},
         {"method", &envelope.method},
         {"params", &envelope.params},
         {"result", &envelope.result},
         {"error", &envelope.error}}};
    std::optional<std::string> unknown;
    for (const JsonView each : body.children()) {
        const auto found =
            std::ranges::find(known, each.name(), &std::pair<std::string_view, JsonView *>::first);
        if (found != known.end())
            *found->second = each;
        else if (!unknown)
            unknown = std::string(each.name().substr(0, 60));
    }
    return unknown;
}

} // namespace

std::variant<Message, Rejection> read_message(JsonView body)
{
    if (!body.is_object()) return invalid("", "a message is a JSON object");
    Envelope envelope;
    const auto unknown = read_envelope(body, envelope);
    const auto id = envelope.id ? id_text(envelope.id) : std::nullopt;
    std::string known_id = id.value_or("");
    if (unknown) return invalid(known_id, "a JSON-RPC message has no member '" + *unknown + "'");
    if (!envelope.version || !envelope.version.is_text() || envelope.version.text() != "2.0")
        return invalid(known_id, "'jsonrpc' must be \"2.0\"");
    if (envelope.id && !id)
        return invalid("", "'id' must be a string or an integer within ±(2^53 − 1)");

    const bool is_reply = envelope.result || envelope.error;
    if (!envelope.method) {
        if (!is_reply) return invalid(known_id, "'method' is missing");
        return Message{MessageKind::response, known_id, "", {}};
    }
    if (is_reply) return invalid(known_id, "a message is a request or a response, not both");
    if (!envelope.method.is_text()) return invalid(known_id, "'method' must be a string");
    if (envelope.params && !envelope.params.is_object())
        return invalid(known_id, "'params' must be an object", code::invalid_params);
    return Message{envelope.id ? MessageKind::request : MessageKind::notification,
                   std::move(known_id), envelope.method.text(), envelope.params};
}

std::string error_text(std::string_view id, const ProtocolError &error)
{
    std::string text = R"({"jsonrpc":"2.0",)";
    if (!id.empty()) ((text += R"("id":)") += id) += ',';
    text += R"("error":{"code":)" + std::to_string(error.code) + R"(,"message":)";
    write_json_text(text, error.message);
    if (!error.data.is_null()) text += R"(,"data":)" + to_text(error.data);
    return text + "}}";
}

std::string reply_text(std::string_view id, const Outcome &outcome)
{
    if (const auto *error = std::get_if<ProtocolError>(&outcome)) return error_text(id, *error);
    const std::string &result = std::get<std::string>(outcome);
    std::string text;
    text.reserve(result.size() + id.size() + 40);
    ((text += R"({"jsonrpc":"2.0","id":)") += id) += R"(,"result":)";
    (text += result) += '}';
    return text;
}

} // namespace mvr::mcp
