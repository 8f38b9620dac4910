#include "tools/all_tools.hpp"
#include "tools/lookup.hpp"
#include "tools/report_shapes.hpp"

namespace mvr::tools {

struct ExportClassReportArguments : ReportArguments {};
struct ExportClassReportReply : ReportReply {};

} // namespace mvr::tools

namespace mvr {

template <>
struct Description<tools::ExportClassReportArguments> : Description<tools::ReportArguments> {};
template <> struct Description<tools::ExportClassReportReply> : Description<tools::ReportReply> {};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<WriteReport> begin(Context &context, const mcp::Call &,
                          const ExportClassReportArguments &arguments)
{
    WriteReport command{arguments.format, ReportContents::figures, {}};
    // Nobody's record is shown, so nobody's reach counts.
    for (const auto *learner : context.state().learners())
        command.learner_ids.push_back(learner->learner_id);
    return command;
}

Result<ExportClassReportReply> complete(Context &context, const mcp::Call &,
                                        const ExportClassReportArguments &arguments,
                                        const ReportWritten &written)
{
    ExportClassReportReply reply;
    reply.format = arguments.format;
    reply.text = written.text;
    reply.made_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool export_class_report(Executor &executor)
{
    return scene_tool<ExportClassReportArguments, WriteReport, ExportClassReportReply>(
        {.name = "export_class_report",
         .title = "Report about a class without names",
         .description =
             "Figures of the class in the open lesson, which name nobody: what is about "
             "fewer than 10 learners is hidden, and so is what would give it away. It is "
             "returned, and written nowhere.",
         .scope = access::Scope::manager_reports,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
