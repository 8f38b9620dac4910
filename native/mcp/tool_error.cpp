#include "mcp/tool_error.hpp"

namespace mvr::mcp {
namespace {

std::optional<std::string> unless_empty(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

ToolError tool_error(const Error &error)
{
    ToolErrorDetails details{unless_empty(error.field), unless_empty(error.remedy),
                             unless_empty(error.required_scope), std::nullopt};
    if (error.code == Errc::scope_required) details.current_scopes = error.current_scopes;
    return {{std::string(client_code(error.code)), error.message, std::move(details)}};
}

std::string to_sentence(const Error &error)
{
    std::string text = error.message;
    if (!error.field.empty() && text.find(error.field) == std::string::npos) {
        if (text.ends_with('.')) text.pop_back();
        text += " (field " + error.field + ")";
    }
    if (!text.ends_with('.')) text += '.';
    return error.remedy.empty() ? text : text + " " + error.remedy;
}

} // namespace mvr::mcp
