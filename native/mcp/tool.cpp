#include "mcp/tool.hpp"

#include <algorithm>

namespace mvr::mcp {
namespace {

constexpr std::size_t longest_name = 128;

[[noreturn]] void refuse(const std::string &name, const std::string &what)
{
    throw Failure({Errc::internal, "tool '" + name + "': " + what, "", ""});
}

bool is_name(const std::string &name)
{
    static constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    return !name.empty() && name.size() <= longest_name &&
           name.find_first_not_of(allowed) == std::string::npos;
}

void check_schemas(const Tool &tool)
{
    check_schema(tool.input_schema, false);
    check_schema(tool.output_schema, true);
    if (tool.input_schema.value("type", Json()) != "object" ||
        tool.output_schema.value("type", Json()) != "object") {
        refuse(tool.name, "the root of a schema must be of type object");
    }
}

void check_handlers(const Tool &tool)
{
    const bool on_scene = tool.runs_on == RunsOn::scene;
    if (on_scene ? !tool.prepare || !tool.conclude || tool.handle
                 : !tool.handle || tool.prepare || tool.conclude) {
        refuse(tool.name, "has not exactly the handlers that its thread needs");
    }
}

Json describe(const Tool &tool, ToolForm form)
{
    Json json = {
        {"name", tool.name}, {"description", tool.description}, {"inputSchema", tool.input_schema}};
    if (form == ToolForm::plain) return json;
    json["annotations"] = {{"title", tool.title},
                           {"readOnlyHint", tool.annotations.read_only},
                           {"destructiveHint", tool.annotations.destructive},
                           {"idempotentHint", tool.annotations.idempotent},
                           {"openWorldHint", false}};
    if (form == ToolForm::annotated) return json;
    json["title"] = tool.title;
    json["outputSchema"] = tool.output_schema;
    return json;
}

Json refusal(const Error &error)
{
    Json details = Json::object();
    if (!error.field.empty()) details["field"] = error.field;
    if (!error.remedy.empty()) details["remedy"] = error.remedy;
    return {{"error",
             {{"code", client_code(error.code)},
              {"message", error.message},
              {"details", std::move(details)}}}};
}

std::string sentence(const Error &error)
{
    std::string text = error.message;
    if (!error.field.empty() && text.find(error.field) == std::string::npos) {
        if (text.ends_with('.')) text.pop_back();
        text += " (field " + error.field + ")";
    }
    if (!text.ends_with('.')) text += '.';
    return error.remedy.empty() ? text : text + " " + error.remedy;
}

Json text_block(std::string text)
{
    return Json::array({{{"type", "text"}, {"text", std::move(text)}}});
}

} // namespace

void ToolTable::add(Tool tool)
{
    if (!is_name(tool.name)) refuse(tool.name, "the name is malformed");
    if (find(tool.name) != nullptr) refuse(tool.name, "the name is taken");
    if (tool.description.empty()) refuse(tool.name, "has no description");
    check_schemas(tool);
    check_handlers(tool);
    for (const ToolForm form : {ToolForm::structured, ToolForm::annotated, ToolForm::plain}) {
        std::string &list = lists_[form];
        if (!list.empty()) list.back() = ',';
        if (list.empty()) list = '[';
        list += to_text(describe(tool, form));
        list += ']';
    }
    names_.push_back(tool.name);
    tools_.emplace(tool.name, std::move(tool));
}

const Tool *ToolTable::find(std::string_view name) const
{
    const auto found = tools_.find(name);
    return found == tools_.end() ? nullptr : &found->second;
}

std::vector<const Tool *> ToolTable::all() const
{
    std::vector<const Tool *> tools;
    tools.reserve(names_.size());
    for (const std::string &name : names_)
        tools.push_back(find(name));
    return tools;
}

const std::string &ToolTable::list_text(ToolForm form) const
{
    static const std::string none = "[]";
    const auto found = lists_.find(form);
    return found == lists_.end() ? none : found->second;
}

Json tool_result(Result<Json> outcome)
{
    if (!outcome) {
        return {{"content", text_block(sentence(outcome.error()))},
                {"structuredContent", refusal(outcome.error())},
                {"isError", true}};
    }
    std::string text = to_text(*outcome);
    return {{"content", text_block(std::move(text))}, {"structuredContent", *std::move(outcome)}};
}

} // namespace mvr::mcp
