#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/observed_tries.hpp"
#include "tools/scene_shapes.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct EndSessionArguments {
    std::string session_id;
};

struct UnitEnded {
    std::string session_id;
    std::string unit_id;
    store::ObservedActivitySums activity;
    std::vector<EndedStep> steps;
    bool interrupted = false; ///< it had ended by itself
};

/// The same member as the tool takes.
struct EndUnit {
    static constexpr std::string_view name = "end_unit";
    using Reply = UnitEnded;
    std::string session_id;
};

struct EndSessionReply : RecordOutcome {
    Constant<"ended"> status;
    std::string session_id;
    std::string learner_id;
    std::string unit_id;
    store::ObservedActivitySums activity;
    std::string end_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::EndSessionArguments> {
    static constexpr std::tuple members{
        Member{"session_id", &tools::EndSessionArguments::session_id, tools::session_id_sentence,
               tools::session_id_bounds}};
};

template <> struct Description<tools::EndUnit> {
    static constexpr std::tuple members{Member{"session_id", &tools::EndUnit::session_id, ""}};
};

template <> struct Description<tools::UnitEnded> {
    using T = tools::UnitEnded;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "", or_default},
        Member{"unit_id", &T::unit_id, "", or_default},
        Member{"activity", &T::activity, "", or_default},
        Member{"steps", &T::steps, "", or_default},
        Member{"interrupted", &T::interrupted, "", or_default},
    };
};

template <> struct Description<tools::EndSessionReply> {
    using T = tools::EndSessionReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"session_id", &T::session_id, ""},
        Member{"learner_id", &T::learner_id, ""}, Member{"unit_id", &T::unit_id, ""},
        Member{"activity", &T::activity, ""},
        Member{"end_timestamp", &T::end_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<EndUnit> begin(Context &context, const mcp::Call &call, const EndSessionArguments &arguments)
{
    auto owner = owner_of_session(context, call, arguments.session_id);
    if (!owner) return owner.error();
    return EndUnit{arguments.session_id};
}

Result<EndSessionReply> complete(Context &context, const mcp::Call &call,
                                 const EndSessionArguments &arguments, const UnitEnded &ended)
{
    const std::string &session = arguments.session_id;
    auto owner = owner_of_session(context, call, session);
    if (!owner) return owner.error();
    EndSessionReply reply;
    reply.session_id = session;
    reply.learner_id = (*owner)->learner_id;
    reply.unit_id = (*owner)->sessions.at(session).unit_id;
    reply.activity = ended.activity;
    auto events = events_of(reply.learner_id, new_steps(**owner, session, ended.steps));
    if (!(*owner)->sessions.at(session).ended_ms) {
        events.push_back(store::new_event(
            reply.learner_id,
            store::SessionEnded{session, ended.interrupted ? "interrupted" : "stopped"}));
    }
    if (context.session_at_window == session) {
        context.learner_at_window.clear();
        context.session_at_window.clear();
    }
    reply.event_ids = context.keep(std::move(events));
    reply.end_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool end_session(Executor &executor)
{
    return scene_tool<EndSessionArguments, EndUnit, EndSessionReply>(
        {.name = "end_session",
         .title = "End a session",
         .description = "Stop watching and close the learner's session.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
