#include "mcp/classifier.hpp"

#include "mcp/header_values.hpp"
#include "mcp/versions.hpp"

#include <array>

namespace mvr::mcp {
namespace {

constexpr const char *version_key = "io.modelcontextprotocol/protocolVersion";
constexpr const char *capabilities_key = "io.modelcontextprotocol/clientCapabilities";
constexpr const char *client_info_key = "io.modelcontextprotocol/clientInfo";
constexpr const char *log_level_key = "io.modelcontextprotocol/logLevel";

const Json *member(const Json *object, const char *name)
{
    if (object == nullptr || !object->is_object()) return nullptr;
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &*found;
}

/// What the checks look at.
struct Facts {
    Facts(const Message &of, const HttpHead *over)
        : message(of), head(over), meta(member(&of.params, "_meta")),
          claim(member(meta, version_key)), capabilities(member(meta, capabilities_key))
    {
    }

    bool modern_header() const
    {
        return head && head->protocol_version && is_modern_date(*head->protocol_version);
    }
    bool claims(std::string_view version) const
    {
        return claim->get_ref<const std::string &>() == version;
    }
    bool modern_envelope() const
    {
        return claim && claim->is_string() &&
               is_modern_date(claim->get_ref<const std::string &>()) && capabilities &&
               capabilities->is_object();
    }

    const Message &message;
    const HttpHead *head;
    const Json *meta;
    const Json *claim;
    const Json *capabilities;
};

using Verdict = std::optional<std::variant<Route, ProtocolError>>;

ProtocolError refuse(int error_code, std::string message)
{
    return {error_code, std::move(message), 400, nullptr};
}

Verdict response(const Facts &facts)
{
    if (facts.message.kind == MessageKind::response) return Route::legacy_response;
    return {};
}

Verdict notification(const Facts &facts)
{
    if (facts.message.kind != MessageKind::notification) return {};
    return facts.claim || facts.modern_header() ? Route::modern_notification
                                                : Route::legacy_notification;
}

Verdict initialize(const Facts &facts)
{
    if (facts.message.method != "initialize" || facts.modern_envelope()) return {};
    if (facts.modern_header()) {
        return refuse(code::header_mismatch,
                      "header MCP-Protocol-Version names an era that has no 'initialize'");
    }
    return Route::legacy_initialize;
}

bool is_log_level(const Json &level)
{
    static const Json levels = {"debug", "info",     "notice", "warning",
                                "error", "critical", "alert",  "emergency"};
    return std::find(levels.begin(), levels.end(), level) != levels.end();
}

Verdict malformed_meta(const Facts &facts)
{
    if (!facts.claim) return {};
    const auto wrong = [](const char *key, const char *rule) {
        return refuse(code::invalid_params, std::string("_meta[\"") + key + "\"] must be " + rule);
    };
    if (!facts.claim->is_string()) return wrong(version_key, "a string");
    if (!facts.capabilities || !facts.capabilities->is_object())
        return wrong(capabilities_key, "an object");
    const Json *client = member(facts.meta, client_info_key);
    if (client && !client->is_object()) return wrong(client_info_key, "an object");
    const Json *level = member(facts.meta, log_level_key);
    if (level && !is_log_level(*level))
        return wrong(log_level_key, "a log level, such as \"info\"");
    const Json *token = member(facts.meta, "progressToken");
    if (token && !token->is_string() && !token->is_number_integer()) {
        return wrong("progressToken", "a string or an integer");
    }
    return {};
}

Verdict version_mismatch(const Facts &facts)
{
    if (!facts.claim || !facts.head || !facts.head->protocol_version) return {};
    if (facts.claims(*facts.head->protocol_version)) return {};
    return refuse(code::header_mismatch, "header MCP-Protocol-Version differs from _meta");
}

Verdict method_mismatch(const Facts &facts)
{
    if (!facts.claim || !facts.head || !facts.head->method) return {};
    if (facts.message.method == *facts.head->method) return {};
    return refuse(code::header_mismatch, "header Mcp-Method differs from 'method'");
}

Verdict version_not_served(const Facts &facts)
{
    if (!facts.claim || facts.claims(modern_version)) return {};
    ProtocolError error = refuse(code::unsupported_version, "this protocol version is not served");
    error.data = {{"supported", {modern_version}}, {"requested", *facts.claim}};
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

Verdict header_missing(const Facts &facts)
{
    if (!facts.claim || !facts.head) return {};
    if (!facts.head->protocol_version) {
        return refuse(code::header_mismatch, "header MCP-Protocol-Version is missing");
    }
    if (!facts.head->method) return refuse(code::header_mismatch, "header Mcp-Method is missing");
    const char *key = named_by(facts.message.method);
    if (!key) return {};
    if (!facts.head->name) return refuse(code::header_mismatch, "header Mcp-Name is missing");
    const auto name = decode_header_value(*facts.head->name);
    if (!name) return refuse(code::header_mismatch, "header Mcp-Name is not valid base64");
    const Json *value = member(&facts.message.params, key);
    if (value && value->is_string() && value->get_ref<const std::string &>() == *name) return {};
    return refuse(code::header_mismatch, std::string("header Mcp-Name differs from params.") + key);
}

Verdict modern(const Facts &facts)
{
    if (facts.claim) return Route::modern_request;
    return {};
}

Verdict unclaimed(const Facts &facts)
{
    if (!facts.modern_header()) return {};
    return refuse(code::invalid_params, std::string("params._meta must hold \"") + version_key +
                                            "\" and \"" + capabilities_key + "\"");
}

Verdict legacy(const Facts &) { return Route::legacy_request; }

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
    const Facts facts(message, head);
    for (const auto row : rows) {
        if (auto verdict = row(facts)) return *std::move(verdict);
    }
    return Route::legacy_request;
}

bool claims_modern(const Json &body)
{
    return member(member(member(&body, "params"), "_meta"), version_key) != nullptr;
}

} // namespace mvr::mcp
