#pragma once

#include "tools/context.hpp"

#include <memory>

namespace mvr::tools {

/// Every tool that the server offers, in the order in which clients see them.
/// `context` outlives the table.
std::shared_ptr<const mcp::ToolTable> all_tools(const Context &context);

/// Tools that the add-on calls by itself, and no client.
std::shared_ptr<const mcp::ToolTable> own_tools(const Context &context);

// One per group; each file declares and implements its tools.
void add_learner_tools(mcp::ToolTable &table, const Context &context);
void add_knowledge_tool(mcp::ToolTable &table, const Context &context);
void add_report_tools(mcp::ToolTable &table, const Context &context);
void add_assessment_tool(mcp::ToolTable &table, const Context &context);
void add_unit_work_tools(mcp::ToolTable &table, const Context &context);
void add_transition_tool(mcp::ToolTable &table, const Context &context);
void add_authoring_tools(mcp::ToolTable &table, const Context &context);
void add_adaptation_tool(mcp::ToolTable &table, const Context &context);
void add_lesson_tools(mcp::ToolTable &table, const Context &context);
void add_session_tools(mcp::ToolTable &table, const Context &context);
void add_progress_tool(mcp::ToolTable &table, const Context &context);
void add_ended_tries_tool(mcp::ToolTable &table, const Context &context);

} // namespace mvr::tools
