#include "tools/all_tools.hpp"

namespace mvr::tools {

// The add-on's own: no client sees them.
mcp::Tool keep_ended_tries(Executor &executor);
mcp::Tool keep_viewport_observed(Executor &executor);

std::shared_ptr<const mcp::ToolTable> all_tools(Executor &executor)
{
    auto table = std::make_shared<mcp::ToolTable>();
#define MVR_TOOL(name) table->add(name(executor));
#include "tools/all_tools.def"
#undef MVR_TOOL
    return table;
}

std::shared_ptr<const mcp::ToolTable> own_tools(Executor &executor)
{
    auto table = std::make_shared<mcp::ToolTable>();
    table->add(keep_ended_tries(executor));
    table->add(keep_viewport_observed(executor));
    return table;
}

} // namespace mvr::tools
