#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

#include <string>

namespace mvr::tools {

struct PauseSessionArguments {
    std::string session_id;
    bool paused = true;
};

struct UnitPaused {
    std::string unit_id;
    bool paused = false;
};

/// The same members as the tool takes.
struct PauseUnit {
    static constexpr std::string_view name = "pause_unit";
    using Reply = UnitPaused;
    std::string session_id;
    bool paused = true;
};

struct PauseSessionReply {
    std::string session_id;
    std::string unit_id;
    bool paused = false;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::PauseSessionArguments> {
    using T = tools::PauseSessionArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"paused", &T::paused, "False: go on, which only the learner can say", or_default},
    };
};

template <> struct Description<tools::PauseUnit> {
    using T = tools::PauseUnit;
    static constexpr std::tuple members{Member{"session_id", &T::session_id, ""},
                                        Member{"paused", &T::paused, ""}};
};

template <> struct Description<tools::UnitPaused> {
    using T = tools::UnitPaused;
    static constexpr std::tuple members{Member{"unit_id", &T::unit_id, ""},
                                        Member{"paused", &T::paused, ""}};
};

template <> struct Description<tools::PauseSessionReply> {
    using T = tools::PauseSessionReply;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, ""},
        Member{"unit_id", &T::unit_id, ""},
        Member{"paused", &T::paused, "Whether its clock stands still now"},
    };
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<PauseUnit> begin(Context &context, const mcp::Call &call,
                        const PauseSessionArguments &arguments)
{
    auto owner = owner_of_session(context, call, arguments.session_id);
    if (!owner) return owner.error();
    // With the clock the recording of a learner who stepped aside would go on too.
    if (!arguments.paused && !call.is_from_window) {
        return Error{Errc::access_denied, "only the learner can end a pause", "paused",
                     "Ask the learner to press Continue, or to touch the work."};
    }
    return PauseUnit{arguments.session_id, arguments.paused};
}

Result<PauseSessionReply> complete(Context &, const mcp::Call &,
                                   const PauseSessionArguments &arguments, const UnitPaused &now)
{
    return PauseSessionReply{arguments.session_id, now.unit_id, now.paused};
}

} // namespace

mcp::Tool pause_session(Executor &executor)
{
    return scene_tool<PauseSessionArguments, PauseUnit, PauseSessionReply>(
        {.name = "pause_session",
         .title = "Pause a session",
         .description = "Stop the clock of the unit that runs. It goes on when the learner presses "
                        "Continue or touches the work; a client cannot have it go on.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
