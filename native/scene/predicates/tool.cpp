#include "scene/predicates/tool.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {

void WithTool::ask(const Findings &, Json &out) const { out["limit"] = {{"equals", is}}; }

Finding WithTool::measure(const Sight &sight) const
{
    return judged(truth(sight.now.active_tool == is), Property(sight.now.active_tool));
}

Statement WithTool::describe(const NodeFindings &found) const
{
    const std::string &active = found.text();
    return {"The active tool is " + (active.empty() ? "unknown" : active), "it must be " + is};
}

} // namespace mvr::scene
