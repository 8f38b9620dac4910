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
};

struct EndedTriesTold {
    std::vector<EndedStep> steps;
    Lesson lesson;
};

/// The same member as the tool takes.
struct TellEndedTries {
    static constexpr std::string_view name = "tell_ended_tries";
    using Reply = EndedTriesTold;
    std::string session_id;
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
    static constexpr std::tuple members{
        Member{"session_id", &tools::KeepEndedTriesArguments::session_id,
               tools::session_id_sentence, tools::session_id_bounds}};
};

template <> struct Description<tools::TellEndedTries> {
    static constexpr std::tuple members{
        Member{"session_id", &tools::TellEndedTries::session_id, ""}};
};

template <> struct Description<tools::EndedTriesTold> {
    using T = tools::EndedTriesTold;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{Member{"steps", &T::steps, ""},
                                        Member{"lesson", &T::lesson, "", or_default}};
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

Result<TellEndedTries> begin(Context &context, const mcp::Call &call,
                             const KeepEndedTriesArguments &arguments)
{
    auto owner = owner_of_session(context, call, arguments.session_id);
    if (!owner) return owner.error();
    return TellEndedTries{arguments.session_id};
}

Result<KeepEndedTriesReply> complete(Context &context, const mcp::Call &call,
                                     const KeepEndedTriesArguments &arguments,
                                     const EndedTriesTold &told)
{
    const std::string &session = arguments.session_id;
    auto owner = owner_of_session(context, call, session);
    if (!owner) return owner.error();
    const std::string learner = (*owner)->learner_id;
    auto steps = new_steps(**owner, session, told.steps);
    const bool is_new = !steps.empty();
    auto ids = context.keep(events_of(learner, std::move(steps)));
    if (is_new) { // a decision follows from every try that ended
        auto decision = decide_for_unit(context, learner, session, told.lesson);
        if (!decision) return decision.error();
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
    return scene_tool<KeepEndedTriesArguments, TellEndedTries, KeepEndedTriesReply>(
        {.name = "keep_ended_tries",
         .title = "Keep the tries that ended",
         .description = "Record what ended in a unit and was not recorded yet. `steps` says up to "
                        "which step the record has it.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
