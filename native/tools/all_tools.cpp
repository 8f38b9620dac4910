#include "tools/all_tools.hpp"

namespace mvr::tools {

mcp::Tool keep_ended_tries(Executor &executor); // the add-on's own: no client sees it

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
    return table;
}

} // namespace mvr::tools
