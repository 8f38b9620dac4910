#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct ShowHintArguments {
    std::string session_id;
    std::optional<int> level;
};

struct HintShownInScene {
    std::string unit_id;
    int level = 1;
    bool last_level = false;
    std::string text;
    int hints_shown = 0;
    std::string learning_objective;
};

/// The same members as the tool takes.
struct ShowHint {
    static constexpr std::string_view name = "show_hint";
    using Reply = HintShownInScene;
    std::string session_id;
    std::optional<int> level;
};

struct ShowHintReply : RecordOutcome {
    Constant<"shown"> status;
    std::string session_id;
    std::string learner_id;
    std::string unit_id;
    int level = 1;
    bool last_level = false;
    std::string text;
    int hints_shown = 0;
    std::string learning_objective;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ShowHintArguments> {
    using T = tools::ShowHintArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"level", &T::level, "Default: the next one", numbers(1, 16)},
    };
};

template <> struct Description<tools::ShowHint> {
    using T = tools::ShowHint;
    static constexpr std::tuple members{Member{"session_id", &T::session_id, ""},
                                        Member{"level", &T::level, ""}};
};

template <> struct Description<tools::HintShownInScene> {
    using T = tools::HintShownInScene;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"level", &T::level, ""},
        Member{"last_level", &T::last_level, ""},
        Member{"text", &T::text, "", or_default},
        Member{"hints_shown", &T::hints_shown, "", or_default},
        Member{"learning_objective", &T::learning_objective, "", or_default}};
};

template <> struct Description<tools::ShowHintReply> {
    using T = tools::ShowHintReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"session_id", &T::session_id, ""},
        Member{"learner_id", &T::learner_id, ""}, Member{"unit_id", &T::unit_id, ""},
        Member{"level", &T::level, ""}, Member{"last_level", &T::last_level, ""},
        Member{"text", &T::text, ""}, Member{"hints_shown", &T::hints_shown, ""},
        Member{"learning_objective", &T::learning_objective,
               "Of the goal that the hint is for; empty: of the unit"});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<ShowHint> begin(Context &context, const mcp::Call &call, const ShowHintArguments &arguments)
{
    auto owner = owner_of_session(context, call, arguments.session_id);
    if (!owner) return owner.error();
    return ShowHint{arguments.session_id, arguments.level};
}

Result<ShowHintReply> complete(Context &context, const mcp::Call &call,
                               const ShowHintArguments &arguments, const HintShownInScene &shown)
{
    auto owner = owner_of_session(context, call, arguments.session_id);
    if (!owner) return owner.error();
    ShowHintReply reply;
    reply.session_id = arguments.session_id;
    reply.learner_id = (*owner)->learner_id;
    reply.unit_id = shown.unit_id;
    reply.level = shown.level;
    reply.last_level = shown.last_level;
    reply.text = shown.text;
    reply.hints_shown = shown.hints_shown;
    reply.learning_objective = shown.learning_objective;
    reply.event_ids = context.keep(store::new_event(
        reply.learner_id, store::HintShown{arguments.session_id, shown.unit_id, shown.level,
                                           shown.last_level, false, shown.learning_objective}));
    return reply;
}

} // namespace

mcp::Tool show_hint(Executor &executor)
{
    return scene_tool<ShowHintArguments, ShowHint, ShowHintReply>(
        {.name = ShowHint::name,
         .title = "Show a hint of the running unit",
         .description =
             "Show the hints up to a level, in words and in the scene: those of the goal that the "
             "learner is at, else the unit's. Every hint is recorded; after one of the last level "
             "no pass in this run of what it is about is an own one.",
         .scope = access::Scope::records_write},
        executor, begin, complete);
}

} // namespace mvr::tools
