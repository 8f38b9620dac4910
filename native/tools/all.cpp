#include "tools/all.hpp"

namespace mvr::tools {

std::shared_ptr<const mcp::ToolTable> all_tools(const Context &context)
{
    auto table = std::make_shared<mcp::ToolTable>();
    add_lesson_tools(*table, context);
    add_learner_tools(*table, context);
    add_knowledge_tool(*table, context);
    add_authoring_tools(*table, context);
    add_adaptation_tool(*table, context);
    add_session_tools(*table, context);
    add_assessment_tool(*table, context);
    add_unit_work_tools(*table, context);
    add_report_tools(*table, context);
    add_transition_tool(*table, context);
    add_progress_tool(*table, context);
    return table;
}

std::shared_ptr<const mcp::ToolTable> own_tools(const Context &context)
{
    auto table = std::make_shared<mcp::ToolTable>();
    add_ended_tries_tool(*table, context);
    return table;
}

} // namespace mvr::tools
