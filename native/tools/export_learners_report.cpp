#include "tools/all_tools.hpp"
#include "tools/lookup.hpp"
#include "tools/report_shapes.hpp"

namespace mvr::tools {

struct ExportLearnersReportArguments : ReportArguments {};
struct ExportLearnersReportReply : ReportReply {};

} // namespace mvr::tools

namespace mvr {

template <>
struct Description<tools::ExportLearnersReportArguments> : Description<tools::ReportArguments> {};
template <>
struct Description<tools::ExportLearnersReportReply> : Description<tools::ReportReply> {};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<WriteReport> begin(Context &context, const mcp::Call &call,
                          const ExportLearnersReportArguments &arguments)
{
    WriteReport command{arguments.format, ReportContents::learners, {}};
    for (const auto *learner : context.state().learners())
        if (check_reach(context, call, learner->learner_id))
            command.learner_ids.push_back(learner->learner_id);
    return command;
}

Result<ExportLearnersReportReply> complete(Context &context, const mcp::Call &,
                                           const ExportLearnersReportArguments &arguments,
                                           const ReportWritten &written)
{
    ExportLearnersReportReply reply;
    reply.format = arguments.format;
    reply.text = written.text;
    reply.made_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool export_learners_report(Executor &executor)
{
    return scene_tool<ExportLearnersReportArguments, WriteReport, ExportLearnersReportReply>(
        {.name = "export_learners_report",
         .title = "Report about learners by name",
         .description =
             "Everybody's work, step by step, as a page to read and print, a table or "
             "data: of those whose records the caller reaches, in the open lesson. It is "
             "returned, and written nowhere.",
         .scope = access::Scope::records_read,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
