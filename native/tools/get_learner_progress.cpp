#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/progress_reply.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct GetProgressArguments {
    std::string learner_id;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GetProgressArguments> {
    static constexpr std::tuple members{
        Member{"learner_id", &tools::GetProgressArguments::learner_id, tools::learner_id_sentence,
               tools::learner_id_bounds}};
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<ProgressReply> read_progress(const ReadContext &context, const mcp::Call &call,
                                    const GetProgressArguments &arguments)
{
    auto known = known_learner(context, call, arguments.learner_id);
    if (!known) return known.error();
    return progress_reply(**known);
}

} // namespace

mcp::Tool get_learner_progress(Executor &executor)
{
    return read_tool(
        {.name = "get_learner_progress",
         .title = "Read a learner's progress",
         .description = "Units, skills, decisions with their reasons, and where to go on; what was "
                        "observed apart from what was reported.",
         .scope = access::Scope::records_read,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, read_progress);
}

} // namespace mvr::tools
