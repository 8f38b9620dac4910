#include "scene/predicates/tool.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate tool_is_now{"tool.is_now", "The active tool is {tool}"};
constexpr MessageTemplate tool_unknown{"tool.unknown", "The active tool is unknown"};
constexpr MessageTemplate tool_must_be{"tool.must_be", "it must be {wanted}"};

} // namespace

void WithTool::ask(const Findings &, Json &out) const { out["limit"] = {{"equals", is}}; }

Finding WithTool::measure(const Sight &sight) const
{
    return judged(truth(sight.now.active_tool == is), Property(sight.now.active_tool));
}

Statement WithTool::describe(const NodeFindings &found) const
{
    const std::string &active = found.text();
    return {active.empty() ? Message(tool_unknown) : Message(tool_is_now, {{"tool", Name{active}}}),
            Message(tool_must_be, {{"wanted", Name{is}}})};
}

MessageTemplates WithTool::messages() { return {&tool_is_now, &tool_unknown, &tool_must_be}; }

} // namespace mvr::scene
