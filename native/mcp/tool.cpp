#include "mcp/tool.hpp"

#include "mcp/tool_error.hpp"
#include "support/json_schema.hpp"
#include "support/json_writer.hpp"

namespace mvr::mcp {
namespace {

constexpr std::size_t longest_name = 128;

[[noreturn]] void reject(const std::string &name, const std::string &what)
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

bool is_of_object(const Json &schema)
{
    return schema.is_object() && schema.value("type", Json()) == "object";
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

void add_text_block(std::string &out, std::string_view text)
{
    out += R"("content":[{"type":"text","text":)";
    write_json_text(out, text);
    out += "}]";
}

} // namespace

void Respond::operator()(Result<DescribedValue> outcome) const
{
    if (!std::exchange(receiver_->has_one, true)) receiver_->receive(std::move(outcome));
}

void ToolTable::add(Tool tool)
{
    if (!is_name(tool.name)) reject(tool.name, "the name is malformed");
    if (find(tool.name) != nullptr) reject(tool.name, "the name is taken");
    if (tool.description.empty()) reject(tool.name, "has no description");
    if (!is_of_object(tool.input_schema) || !is_of_object(tool.output_schema))
        reject(tool.name, "the root of a schema must be of type object");
    if (!tool.start) reject(tool.name, "does nothing");
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

const std::string &ToolTable::list_text(ToolForm form, const access::ScopeSet &scopes) const
{
    std::string &list = lists_[{scopes.key(), form}];
    if (!list.empty()) return list;
    list += '[';
    for (const Tool *tool : all()) {
        if (!scopes.contains(tool->scope)) continue;
        if (list.size() > 1) list += ',';
        list += to_text(describe(*tool, form));
    }
    list += ']';
    return list;
}

Json or_error(Json success)
{
    return {{"type", "object"},
            {"anyOf", Json::array({std::move(success), reply_schema<ToolError>()})}};
}

void write_tool_result(std::string &out, const Result<DescribedValue> &outcome,
                       bool with_structured_content)
{
    const std::string content =
        outcome ? outcome->json_text() : json_text_of(tool_error(outcome.error()));
    constexpr std::size_t frame_bytes = 256; // and some quotes to escape
    out.reserve(out.size() + 2 * content.size() + content.size() / 8 + frame_bytes);
    if (outcome)
        add_text_block(out, content);
    else
        add_text_block(out, to_sentence(outcome.error()));
    if (with_structured_content) (out += R"(,"structuredContent":)") += content;
    if (!outcome) out += R"(,"isError":true)";
}

} // namespace mvr::mcp
