#include "mcp/legacy.hpp"

#include "mcp/tool_call.hpp"

#include <array>

namespace mvr::mcp {
namespace {

void ping(const std::shared_ptr<Core> &, const Revision &, Json &&, Answer &&answer)
{
    answer("{}");
}

void list_tools(const std::shared_ptr<Core> &core, const Revision &revision, Json &&params,
                Answer &&answer)
{
    if (auto refusal = refuse_cursor(params)) return answer(*std::move(refusal));
    answer(R"({"tools":)" + core->tools->list_text(revision.form) + "}");
}

void tools_call(const std::shared_ptr<Core> &core, const Revision &revision, Json &&params,
                Answer &&answer)
{
    const bool structured = revision.form == ToolForm::structured;
    call_tool(core, std::move(params),
              [structured, answer = std::move(answer)](std::variant<Json, ProtocolError> outcome) {
                  if (auto *refusal = std::get_if<ProtocolError>(&outcome))
                      return answer(std::move(*refusal));
                  Json result = std::get<Json>(std::move(outcome));
                  if (!structured) result.erase("structuredContent");
                  answer(to_text(result));
              });
}

struct Method {
    std::string_view name;
    void (*answer)(const std::shared_ptr<Core> &, const Revision &, Json &&params, Answer &&);
};

constexpr std::array methods = {
    Method{"ping", ping},
    Method{"tools/list", list_tools},
    Method{"tools/call", tools_call},
};

void dispatch(const std::shared_ptr<Core> &core, const Revision *revision, Message request,
              Answer answer)
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
            return method.answer(core, settled, std::move(request.params), std::move(answer));
        }
    }
    answer(ProtocolError{code::method_not_found,
                         "there is no method '" + request.method.substr(0, 128) + "'", 200,
                         nullptr});
}

} // namespace

std::variant<Handshake, ProtocolError> shake_hands(const Core &core, const Json &params)
{
    const auto asked = params.find("protocolVersion");
    if (asked == params.end() || !asked->is_string()) {
        return ProtocolError{code::invalid_params, "params.protocolVersion must be a string", 200,
                             nullptr};
    }
    const Revision *known = find_legacy(asked->get_ref<const std::string &>());
    const Revision &revision = known ? *known : legacy_revisions.front();
    Json server = {{"name", core.info.name}, {"version", core.info.version}};
    if (revision.form == ToolForm::structured) server["title"] = core.info.title;
    Json result = {{"protocolVersion", revision.date},
                   {"capabilities", {{"tools", Json::object()}}},
                   {"serverInfo", std::move(server)}};
    if (!core.info.instructions.empty()) result["instructions"] = core.info.instructions;
    return Handshake{&revision, to_text(result)};
}

void answer_legacy(const std::shared_ptr<Core> &core, const std::shared_ptr<LegacySession> &session,
                   Message request, std::function<void(std::string)> reply)
{
    const Json id = request.id;
    if (!session->in_flight.begin(id)) {
        return reply(
            error_text(id, {code::invalid_request, "a request of this id is still being answered",
                            400, nullptr}));
    }
    dispatch(core, session->revision, std::move(request),
             [session, id, reply = std::move(reply)](const Outcome &outcome) {
                 reply(session->in_flight.end(id) ? reply_text(id, outcome) : std::string());
             });
}

void note_legacy(LegacySession &session, const Message &notification)
{
    if (notification.method != "notifications/cancelled") return;
    const auto id = notification.params.find("requestId");
    if (id != notification.params.end()) session.in_flight.cancel(*id);
}

} // namespace mvr::mcp
