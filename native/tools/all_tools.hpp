#pragma once

#include "mcp/tool.hpp"
#include "tools/executor.hpp"

#include <memory>

namespace mvr::tools {

/// Every tool that the server offers, in the order in which clients see them.
/// `executor` outlives the table.
std::shared_ptr<const mcp::ToolTable> all_tools(Executor &executor);

/// Tools that the add-on calls by itself, and no client.
std::shared_ptr<const mcp::ToolTable> own_tools(Executor &executor);

// One file for each, of its name.
#define MVR_TOOL(name) mcp::Tool name(Executor &executor);
#include "tools/all_tools.def"
#undef MVR_TOOL

} // namespace mvr::tools
