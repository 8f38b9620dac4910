#include "mcp/classifier.hpp"

#include "mcp/client_info.hpp"
#include "mcp/header_values.hpp"
#include "mcp/versions.hpp"

#include <algorithm>
#include <array>

namespace mvr::mcp {
namespace {

constexpr std::string_view version_key = "io.modelcontextprotocol/protocolVersion";
constexpr std::string_view log_level_key = "io.modelcontextprotocol/logLevel";

JsonView member(JsonView object, std::string_view name)
{
    return object && object.is_object() ? object.find(name) : JsonView();
}

/// What the checks look at.
struct RequestTraits {
    RequestTraits(const Message &of, const HttpHead *over)
        : message(of), head(over), meta(member(of.params, "_meta")),
          claim(member(meta, version_key)), capabilities(member(meta, client_capabilities_key))
    {
    }

    bool modern_header() const
    {
        return head && head->protocol_version && is_modern_date(*head->protocol_version);
    }
    bool claims(std::string_view version) const
    {
        return claim.is_text() && claim.text() == version;
    }
    bool modern_envelope() const
    {
        return claim && claim.is_text() && is_modern_date(claim.text()) && capabilities &&
               capabilities.is_object();
    }

    const Message &message;
    const HttpHead *head;
    JsonView meta;
    JsonView claim;
    JsonView capabilities;
};

using RouteResult = std::optional<std::variant<Route, ProtocolError>>;

ProtocolError reject(int error_code, std::string message)
{
    return {error_code, std::move(message), 400, nullptr};
}

RouteResult response(const RequestTraits &traits)
{
    if (traits.message.kind == MessageKind::response) return Route::legacy_response;
    return {};
}

RouteResult notification(const RequestTraits &traits)
{
    if (traits.message.kind != MessageKind::notification) return {};
    return traits.claim || traits.modern_header() ? Route::modern_notification
                                                  : Route::legacy_notification;
}

RouteResult initialize(const RequestTraits &traits)
{
    if (traits.message.method != "initialize" || traits.modern_envelope()) return {};
    if (traits.modern_header()) {
        return reject(code::header_mismatch,
                      "header MCP-Protocol-Version names an era that has no 'initialize'");
    }
    return Route::legacy_initialize;
}

bool is_log_level(JsonView level)
{
    static constexpr std::array<std::string_view, 8> levels = {
        "debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"};
    return level.is_text() && std::ranges::find(levels, level.text()) != levels.end();
}

RouteResult malformed_meta(const RequestTraits &traits)
{
    if (!traits.claim) return {};
    const auto wrong = [](std::string_view key, const char *rule) {
        return reject(code::invalid_params,
                      std::string("_meta[\"").append(key).append("\"] must be ").append(rule));
    };
    if (!traits.claim.is_text()) return wrong(version_key, "a string");
    if (!traits.capabilities || !traits.capabilities.is_object())
        return wrong(client_capabilities_key, "an object");
    const JsonView client = member(traits.meta, client_info_key);
    if (client && !client.is_object()) return wrong(client_info_key, "an object");
    const JsonView level = member(traits.meta, log_level_key);
    if (level && !is_log_level(level)) return wrong(log_level_key, "a log level, such as \"info\"");
    const JsonView token = member(traits.meta, "progressToken");
    if (token && !token.is_text() && token.kind() != JsonView::Kind::integer) {
        return wrong("progressToken", "a string or an integer");
    }
    return {};
}

RouteResult version_mismatch(const RequestTraits &traits)
{
    if (!traits.claim || !traits.head || !traits.head->protocol_version) return {};
    if (traits.claims(*traits.head->protocol_version)) return {};
    return reject(code::header_mismatch, "header MCP-Protocol-Version differs from _meta");
}

RouteResult method_mismatch(const RequestTraits &traits)
{
    if (!traits.claim || !traits.head || !traits.head->method) return {};
    if (traits.message.method == *traits.head->method) return {};
    return reject(code::header_mismatch, "header Mcp-Method differs from 'method'");
}

RouteResult version_not_served(const RequestTraits &traits)
{
    if (!traits.claim || traits.claims(modern_version)) return {};
    ProtocolError error = reject(code::unsupported_version, "this protocol version is not served");
    error.data = {{"supported", {modern_version}}, {"requested", traits.claim.to_json()}};
    return error;
}

/// The member of params that Mcp-Name repeats, for the methods that have one.
const char *named_by(std::string_view method)
{
    if (method == "tools/call" || method == "prompts/get") return "name";
    if (method == "resources/read") return "uri";
    if (method == "tasks/get" || method == "tasks/update" || method == "tasks/cancel")
        return "taskId";
    return nullptr;
}

RouteResult header_missing(const RequestTraits &traits)
{
    if (!traits.claim || !traits.head) return {};
    if (!traits.head->protocol_version) {
        return reject(code::header_mismatch, "header MCP-Protocol-Version is missing");
    }
    if (!traits.head->method) return reject(code::header_mismatch, "header Mcp-Method is missing");
    const char *key = named_by(traits.message.method);
    if (!key) return {};
    if (!traits.head->name) return reject(code::header_mismatch, "header Mcp-Name is missing");
    const auto name = decode_header_value(*traits.head->name);
    if (!name) return reject(code::header_mismatch, "header Mcp-Name is not valid base64");
    const JsonView value = member(traits.message.params, key);
    if (value && value.is_text() && value.text() == *name) return {};
    return reject(code::header_mismatch, std::string("header Mcp-Name differs from params.") + key);
}

RouteResult modern(const RequestTraits &traits)
{
    if (traits.claim) return Route::modern_request;
    return {};
}

RouteResult unclaimed(const RequestTraits &traits)
{
    if (!traits.modern_header()) return {};
    return reject(code::invalid_params, std::string("params._meta must hold \"")
                                            .append(version_key)
                                            .append("\" and \"")
                                            .append(client_capabilities_key)
                                            .append("\""));
}

RouteResult legacy(const RequestTraits &) { return Route::legacy_request; }

/// The first row that has an opinion decides. Rows 1, 2 and 15 of the reference algorithm
/// (unreadable text, arrays, GET and DELETE) are decided before there is a message.
constexpr std::array rows = {
    response,           // 3  a client answers a request of ours
    notification,       // 13, 14
    initialize,         // 4  before 5: a broken envelope around initialize is a legacy client's
    malformed_meta,     // 5
    version_mismatch,   // 6  before 8: version unknown in the body, served in the header
    method_mismatch,    // 7
    version_not_served, // 8
    header_missing,     // 9
    modern,             // 10
    unclaimed,          // 11
    legacy,             // 12
};

} // namespace

std::variant<Route, ProtocolError> classify(const Message &message, const HttpHead *head)
{
    const RequestTraits traits(message, head);
    for (const auto row : rows) {
        if (auto verdict = row(traits)) return *std::move(verdict);
    }
    return Route::legacy_request;
}

bool claims_modern(JsonView body)
{
    return static_cast<bool>(member(member(member(body, "params"), "_meta"), version_key));
}

} // namespace mvr::mcp
