#include "store/observed_view.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct KeepViewportObservedArguments {
    std::string session_id;
    motion::ViewportFeatures view;
    store::ObservedWork work;
};

struct KeepViewportObservedReply : RecordOutcome {
    Constant<"kept"> status;
    std::string session_id;
};

mcp::Tool keep_viewport_observed(Executor &executor);

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::KeepViewportObservedArguments> {
    using T = tools::KeepViewportObservedArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"view", &T::view, ""}, Member{"work", &T::work, ""}};
};

template <> struct Description<tools::KeepViewportObservedReply> {
    using T = tools::KeepViewportObservedReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"session_id", &T::session_id, ""});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<KeepViewportObservedReply> keep_figures(Context &context, const mcp::Call &call,
                                               const KeepViewportObservedArguments &arguments)
{
    auto owner = owner_of_session(context, call, arguments.session_id);
    if (!owner) return owner.error();
    KeepViewportObservedReply reply;
    reply.session_id = arguments.session_id;
    reply.event_ids = context.keep(store::new_event(
        (*owner)->learner_id,
        store::ViewportObserved{arguments.session_id, arguments.view, arguments.work}));
    return reply;
}

} // namespace

mcp::Tool keep_viewport_observed(Executor &executor)
{
    return decide_tool(
        {.name = "keep_viewport_observed",
         .title = "Keep how the view was led",
         .description = "Record the figures of a session's view and work, once it ended.",
         .scope = access::Scope::records_write},
        executor, keep_figures);
}

} // namespace mvr::tools
