#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_shape.hpp"
#include "tools/lookup.hpp"
#include "tools/observed_tries.hpp"
#include "tools/scene_shapes.hpp"
#include "tools/unit_decision.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct KeepEndedTriesArguments {
    std::string session_id;
    std::vector<EndedStep> steps;
};

struct KeepEndedTriesReply : RecordOutcome {
    Constant<"kept"> status;
    std::string session_id;
    int steps = 0;
};

mcp::Tool keep_ended_tries(Executor &executor);

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::KeepEndedTriesArguments> {
    using T = tools::KeepEndedTriesArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"steps", &T::steps, "All that the session has not had recorded yet"}};
};

template <> struct Description<tools::KeepEndedTriesReply> {
    using T = tools::KeepEndedTriesReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"session_id", &T::session_id, ""},
        Member{"steps", &T::steps, "Number of the session's last recorded step"});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<KeepEndedTriesReply> keep(Context &context, const mcp::Call &call,
                                 const KeepEndedTriesArguments &arguments)
{
    const std::string &session = arguments.session_id;
    auto owner = owner_of_session(context, call, session);
    if (!owner) return owner.error();
    const std::string learner = (*owner)->learner_id;
    auto steps = new_steps(**owner, session, arguments.steps);
    const bool is_new = !steps.empty();
    auto ids = context.keep(events_of(learner, std::move(steps)));
    // A decision follows from every try that ended. Why there is none yet undoes nothing.
    if (const auto decision = is_new ? decide_for_unit(context, learner, session) : std::nullopt) {
        ids.insert(ids.end(), decision->event_ids.begin(), decision->event_ids.end());
    }
    KeepEndedTriesReply reply;
    reply.session_id = session;
    reply.steps = context.state().find(learner)->sessions.at(session).steps;
    reply.event_ids = std::move(ids);
    return reply;
}

} // namespace

mcp::Tool keep_ended_tries(Executor &executor)
{
    return decide_tool(
        {.name = "keep_ended_tries",
         .title = "Keep the tries that ended",
         .description = "Record what ended in a unit and was not recorded yet. `steps` says up to "
                        "which step the record has it.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, keep);
}

} // namespace mvr::tools
