#include "mcp/modern.hpp"

#include "mcp/tool_call.hpp"
#include "mcp/versions.hpp"

#include <array>
#include <utility>

namespace mvr::mcp {
namespace {

/// How long a client may keep a list. It changes only when the add-on does, and a client that
/// outlives a reload should see the new one soon.
constexpr int list_ttl_ms = 60'000;

struct Request {
    const std::shared_ptr<ServerContext> &context;
    JsonView params;
    CallPtr call;
};

void discover(const Request &request, Answer &&answer) { answer(request.context->modern_discover); }

void list_tools(const Request &request, Answer &&answer)
{
    if (auto error = reject_cursor(request.params)) return answer(*std::move(error));
    const auto &list =
        request.context->tools->list_text(ToolForm::structured, request.call->principal->scopes);
    answer("{" + request.context->modern_cacheable + R"(,"tools":)" + list + "}");
}

void tools_call(const Request &request, Answer &&answer)
{
    auto asked = read_tool_request(*request.context, request.params);
    if (auto *error = std::get_if<ProtocolError>(&asked)) return answer(std::move(*error));
    auto on_outcome = [context = request.context,
                       answer = std::move(answer)](const Result<DescribedValue> &outcome) {
        std::string result(1, '{');
        write_tool_result(result, outcome, true);
        ((result += ',') += context->modern_stamp) += '}';
        answer(std::move(result));
    };
    call_tool(std::get<ToolRequest>(asked), request.call, std::move(on_outcome));
}

struct Method {
    std::string_view name;
    void (*answer)(const Request &, Answer &&);
};

constexpr std::array methods = {
    Method{"server/discover", discover},
    Method{"tools/list", list_tools},
    Method{"tools/call", tools_call},
};

/// The members of an object as JSON text, without its braces.
std::string members_of(const Json &object)
{
    std::string text = to_text(object);
    return text.substr(1, text.size() - 2);
}

} // namespace

void prepare_modern(ServerContext &context)
{
    const ServerInfo &info = context.info;
    Json stamp = {{"resultType", "complete"},
                  {"_meta",
                   {{"io.modelcontextprotocol/serverInfo",
                     {{"name", info.name}, {"version", info.version}, {"title", info.title}}}}}};
    context.modern_stamp = members_of(stamp);
    // Private: what is listed depends on who asks.
    stamp.update({{"ttlMs", list_ttl_ms}, {"cacheScope", "private"}});
    context.modern_cacheable = members_of(stamp);
    stamp.update({{"supportedVersions", Json::array({modern_version})},
                  {"capabilities", {{"tools", Json::object()}}}});
    if (!info.instructions.empty()) stamp["instructions"] = info.instructions;
    context.modern_discover = to_text(stamp);
}

void answer_modern(const std::shared_ptr<ServerContext> &context, const Message &request,
                   CallPtr call, Answer answer)
{
    for (const Method &method : methods) {
        if (method.name == request.method) {
            return method.answer({context, request.params, std::move(call)}, std::move(answer));
        }
    }
    answer(ProtocolError{code::method_not_found,
                         "there is no method '" + std::string(request.method.substr(0, 128)) + "'",
                         404, nullptr});
}

} // namespace mvr::mcp
