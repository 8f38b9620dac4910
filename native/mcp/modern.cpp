#include "mcp/modern.hpp"

#include "mcp/tool_call.hpp"
#include "mcp/versions.hpp"

#include <array>

namespace mvr::mcp {
namespace {

/// How long a client may keep a list. It changes only when the add-on does, and a client that
/// outlives a reload should see the new one soon.
constexpr int list_ttl_ms = 60'000;

/// What every result of this era carries.
Json stamped(const Core &core, Json result)
{
    result["resultType"] = "complete";
    result["_meta"] = {
        {"io.modelcontextprotocol/serverInfo",
         {{"name", core.info.name}, {"version", core.info.version}, {"title", core.info.title}}}};
    return result;
}

/// What a cacheable result carries beside. Private: what is listed may depend on who asks.
Json cacheable(const Core &core, Json result)
{
    result["ttlMs"] = list_ttl_ms;
    result["cacheScope"] = "private";
    return stamped(core, std::move(result));
}

void discover(const std::shared_ptr<Core> &core, Json &&, Answer &&answer)
{
    answer(core->modern_discover);
}

void list_tools(const std::shared_ptr<Core> &core, Json &&params, Answer &&answer)
{
    if (auto refusal = refuse_cursor(params)) return answer(*std::move(refusal));
    answer(core->modern_tools);
}

void tools_call(const std::shared_ptr<Core> &core, Json &&params, Answer &&answer)
{
    call_tool(core, std::move(params),
              [core, answer = std::move(answer)](std::variant<Json, ProtocolError> outcome) {
                  if (auto *refusal = std::get_if<ProtocolError>(&outcome))
                      return answer(std::move(*refusal));
                  answer(to_text(stamped(*core, std::get<Json>(std::move(outcome)))));
              });
}

struct Method {
    std::string_view name;
    void (*answer)(const std::shared_ptr<Core> &, Json &&params, Answer &&);
};

constexpr std::array methods = {
    Method{"server/discover", discover},
    Method{"tools/list", list_tools},
    Method{"tools/call", tools_call},
};

} // namespace

void prepare_modern(Core &core)
{
    Json discovered = {{"supportedVersions", Json::array({modern_version})},
                       {"capabilities", {{"tools", Json::object()}}}};
    if (!core.info.instructions.empty()) discovered["instructions"] = core.info.instructions;
    core.modern_discover = to_text(cacheable(core, std::move(discovered)));

    std::string list = to_text(cacheable(core, Json::object()));
    list.pop_back();
    core.modern_tools = list + R"(,"tools":)" + core.tools->list_text(ToolForm::structured) + "}";
}

void answer_modern(const std::shared_ptr<Core> &core, Message request, Answer answer)
{
    for (const Method &method : methods) {
        if (method.name == request.method) {
            return method.answer(core, std::move(request.params), std::move(answer));
        }
    }
    answer(ProtocolError{code::method_not_found,
                         "there is no method '" + request.method.substr(0, 128) + "'", 404,
                         nullptr});
}

} // namespace mvr::mcp
