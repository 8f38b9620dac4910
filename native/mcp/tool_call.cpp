#include "mcp/tool_call.hpp"

#include "support/json_writer.hpp"
#include "support/log.hpp"

#include <utility>

namespace mvr::mcp {
namespace {

ProtocolError invalid(std::string message)
{
    return {code::invalid_params, std::move(message), 200, nullptr};
}

std::vector<JsonNode> an_empty_object()
{
    JsonNode node;
    node.kind = JsonNode::Kind::object;
    node.end = 1;
    return {node};
}

Error internal_error(const std::string &tool, const ClientInfo &client, const char *what)
{
    log_error("tool " + tool + " failed for " + display_name(client) + ": " + what);
    return {Errc::internal, "the tool failed through an internal error", "",
            "Please report it with the log."};
}

Error scope_error(const Tool &tool, const access::Principal &principal)
{
    const std::string scope(access::to_text(tool.scope));
    Error error{Errc::scope_required, "'" + tool.name + "' needs the scope " + scope, "",
                "Ask the owner of this Blender for a token with that scope."};
    error.required_scope = scope;
    error.current_scopes = principal.scopes.texts();
    return error;
}

std::string progress_notice(const std::string &token, const Progress &progress)
{
    std::string text =
        R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":)" + token +
        R"(,"progress":)";
    write_json_number(text, progress.done);
    if (progress.total) {
        text += R"(,"total":)";
        write_json_number(text, *progress.total);
    }
    if (!progress.message.empty()) {
        text += R"(,"message":)";
        write_json_text(text, progress.message);
    }
    return text + "}}";
}

} // namespace

CallPtr call_of(JsonView params, const access::PrincipalPtr &principal, std::string_view revision,
                const std::function<void(std::string)> &notify, std::stop_source stop)
{
    auto call = std::make_shared<Call>(
        Call{.principal = principal, .revision = revision, .stop = std::move(stop)});
    const JsonView meta = params ? params.find("_meta") : JsonView();
    if (!meta) return call;
    call->meta.client =
        read_client_info(meta.find(client_info_key), meta.find(client_capabilities_key));
    const JsonView token = meta.find("progressToken");
    // Another kind of token is no token: what legacy clients write is not checked before.
    const bool is_token = token && (token.is_text() || token.is_number());
    if (!is_token || !notify) return call;
    call->meta.progress_token = to_text(token.to_json());
    call->report_progress = [notify, token = call->meta.progress_token](const Progress &progress) {
        notify(progress_notice(token, progress));
    };
    return call;
}

std::variant<ToolRequest, ProtocolError> read_tool_request(const ServerContext &context,
                                                           JsonView params)
{
    const JsonView name = params ? params.find("name") : JsonView();
    if (!name || !name.is_text()) return invalid("params.name must be a string");
    const Tool *tool = context.tools->find(name.text());
    if (tool == nullptr) {
        return invalid("unknown tool '" + std::string(name.text().substr(0, 128)) +
                       "'; tools/list names those that there are");
    }
    static const std::vector<JsonNode> no_arguments = an_empty_object();
    const JsonView arguments = params.find("arguments");
    if (!arguments) return ToolRequest{tool, JsonView(no_arguments, 0)};
    if (!arguments.is_object()) return invalid("params.arguments must be an object");
    return ToolRequest{tool, arguments};
}

void call_tool(const ToolRequest &request, const CallPtr &call, const Respond &respond)
{
    const Tool &tool = *request.tool;
    if (!call->principal->scopes.contains(tool.scope))
        return respond(scope_error(tool, *call->principal));
    call->scope = tool.scope;
    try {
        tool.start(request.arguments, call, respond);
    } catch (const std::exception &failure) {
        respond(internal_error(tool.name, call->meta.client, failure.what()));
    }
}

std::optional<ProtocolError> reject_cursor(JsonView params)
{
    if (!params || !params.find("cursor")) return {};
    return invalid("params.cursor is none of ours; this list has one page");
}

} // namespace mvr::mcp
