#include "mcp/legacy.hpp"

#include "mcp/tool_call.hpp"

#include <array>
#include <utility>

namespace mvr::mcp {
namespace {

struct Request {
    const ServerContext &context;
    const Revision &revision;
    JsonView params;
    CallPtr call;
};

void ping(const Request &, Answer &&answer) { answer("{}"); }

void list_tools(const Request &request, Answer &&answer)
{
    if (auto error = reject_cursor(request.params)) return answer(*std::move(error));
    const auto &list =
        request.context.tools->list_text(request.revision.form, request.call->principal->scopes);
    answer(R"({"tools":)" + list + "}");
}

void tools_call(const Request &request, Answer &&answer)
{
    const bool is_structured = request.revision.form == ToolForm::structured;
    auto asked = read_tool_request(request.context, request.params);
    if (auto *error = std::get_if<ProtocolError>(&asked)) return answer(std::move(*error));
    auto on_outcome = [is_structured,
                       answer = std::move(answer)](const Result<DescribedValue> &outcome) {
        std::string result(1, '{');
        write_tool_result(result, outcome, is_structured);
        answer(std::move(result += '}'));
    };
    call_tool(std::get<ToolRequest>(asked), request.call, std::move(on_outcome));
}

struct Method {
    std::string_view name;
    void (*answer)(const Request &, Answer &&);
};

constexpr std::array methods = {
    Method{"ping", ping},
    Method{"tools/list", list_tools},
    Method{"tools/call", tools_call},
};

void dispatch(const ServerContext &context, const Revision *revision, const Message &request,
              CallPtr call, Answer answer)
{
    if (request.method == "initialize") {
        return answer(ProtocolError{code::invalid_request, "this session is already initialized",
                                    400, nullptr});
    }
    if (revision == nullptr && request.method != "ping") {
        return answer(
            ProtocolError{code::invalid_request, "send 'initialize' first", 400, nullptr});
    }
    for (const Method &method : methods) {
        if (method.name == request.method) {
            const Revision &settled = revision ? *revision : legacy_revisions.front();
            return method.answer({context, settled, request.params, std::move(call)},
                                 std::move(answer));
        }
    }
    answer(ProtocolError{code::method_not_found,
                         "there is no method '" + std::string(request.method.substr(0, 128)) + "'",
                         200, nullptr});
}

} // namespace

std::variant<Handshake, ProtocolError> negotiate(const ServerContext &context, JsonView params)
{
    const JsonView asked = params ? params.find("protocolVersion") : JsonView();
    if (!asked || !asked.is_text()) {
        return ProtocolError{code::invalid_params, "params.protocolVersion must be a string", 200,
                             nullptr};
    }
    const Revision *known = find_legacy(asked.text());
    const Revision &revision = known ? *known : legacy_revisions.front();
    Json server = {{"name", context.info.name}, {"version", context.info.version}};
    if (revision.form == ToolForm::structured) server["title"] = context.info.title;
    Json result = {{"protocolVersion", revision.date},
                   {"capabilities", {{"tools", Json::object()}}},
                   {"serverInfo", std::move(server)}};
    if (!context.info.instructions.empty()) result["instructions"] = context.info.instructions;
    return Handshake{&revision,
                     read_client_info(params.find("clientInfo"), params.find("capabilities")),
                     to_text(result)};
}

void answer_legacy(const ContextPtr &context, const std::shared_ptr<LegacySession> &session,
                   const Message &request, const LineExchange &exchange)
{
    const std::string id = request.id;
    auto call = call_of(request.params, exchange.principal,
                        session->revision ? session->revision->date : std::string_view(),
                        exchange.notify, std::stop_source());
    call->meta.client = session->client;
    if (const auto error = session->in_flight.begin(id, call))
        return exchange.reply(error_text(id, *error));
    dispatch(*context, session->revision, request, std::move(call),
             [context, session, id, reply = exchange.reply](const Outcome &outcome) {
                 reply(session->in_flight.end(id) ? reply_text(id, outcome) : std::string());
             });
}

void note_legacy(LegacySession &session, const Message &notification)
{
    if (notification.method != "notifications/cancelled" || !notification.params) return;
    const JsonView id = notification.params.find("requestId");
    if (id) session.in_flight.cancel(to_text(id.to_json()));
}

} // namespace mvr::mcp
