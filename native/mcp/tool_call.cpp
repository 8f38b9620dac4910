#include "mcp/tool_call.hpp"

#include "support/log.hpp"

namespace mvr::mcp {
namespace {

using Done = std::function<void(std::variant<Json, ProtocolError>)>;

ProtocolError invalid(std::string message)
{
    return {code::invalid_params, std::move(message), 200, nullptr};
}

/// Lets through the first outcome only: a tool that answers and then throws has answered.
std::function<void(Result<Json>)> once(Done done)
{
    auto waiting = std::make_shared<Done>(std::move(done));
    return [waiting](Result<Json> outcome) {
        if (!*waiting) return;
        const Done answer = std::exchange(*waiting, nullptr);
        answer(tool_result(std::move(outcome)));
    };
}

Error bug(const std::string &tool, const char *what)
{
    log_error("tool " + tool + " failed: " + what);
    return {Errc::internal, "the tool failed through a bug of ours", "",
            "Please report it with the log."};
}

} // namespace

void call_tool(const std::shared_ptr<Core> &core, Json params, Done done)
{
    const auto name = params.find("name");
    if (name == params.end() || !name->is_string())
        return done(invalid("params.name must be a string"));
    const Tool *tool = core->tools->find(name->get_ref<const std::string &>());
    if (tool == nullptr) {
        return done(invalid("unknown tool '" + name->get_ref<const std::string &>().substr(0, 128) +
                            "'; tools/list names those that there are"));
    }
    Json arguments = Json::object();
    if (const auto given = params.find("arguments"); given != params.end()) {
        if (!given->is_object()) return done(invalid("params.arguments must be an object"));
        arguments = std::move(*given);
    }
    if (auto valid = validate(tool->input_schema, arguments); !valid) {
        return done(tool_result(std::move(valid).error()));
    }
    const auto answer = once(std::move(done));
    try {
        core->call_tool(*tool, std::move(arguments), answer);
    } catch (const Failure &failure) {
        answer(bug(tool->name, failure.what()));
    } catch (const std::exception &failure) {
        answer(bug(tool->name, failure.what()));
    }
}

std::optional<ProtocolError> refuse_cursor(const Json &params)
{
    if (!params.contains("cursor")) return {};
    return invalid("params.cursor is none of ours; this list has one page");
}

} // namespace mvr::mcp
