#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/session_trace.hpp"
#include "tools/work.hpp"

#include <utility>

namespace mvr::tools {

struct SessionReplayArguments {
    std::string session_id;
    double from_seconds = 0;
    int most_samples = 600;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::SessionReplayArguments> {
    using T = tools::SessionReplayArguments;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, tools::session_id_sentence, tools::session_id_bounds},
        Member{"from_seconds", &T::from_seconds, "Active ones, since the session began",
               numbers(0, 1e9).in("s").or_default()},
        Member{"most_samples", &T::most_samples, "There are ten a second",
               numbers(1, 1'000'000).or_default()},
    };
};

} // namespace mvr

namespace mvr::tools {

mcp::Tool get_session_replay(Executor &executor)
{
    return mcp::typed_tool<SessionReplayArguments, SessionTrace>(
        {.name = "get_session_replay",
         .title = "Read how a session was worked",
         .description =
             "How view and parts moved in a session, ten times a second, of a learner who agreed "
             "to that; without their consent there are no samples. Each sample says what differs "
             "from the one before; next_seconds says where to go on.",
         .scope = access::Scope::records_read,
         .annotations = {.read_only = true, .idempotent = true}},
        [&executor](const SessionReplayArguments &arguments, const mcp::CallPtr &call,
                    mcp::Respond respond) {
            const TracePart part{arguments.from_seconds, arguments.most_samples};
            const std::string session = arguments.session_id;
            executor.read_traces(
                call, std::move(respond), session,
                [call, session](const Context &context) -> Result<void> {
                    auto owner = owner_of_session(context, *call, session);
                    if (!owner) return owner.error();
                    return {};
                },
                [session, part](const store::TraceStore::Chunks &chunks) {
                    return DescribedValue(session_trace(session, chunks, part));
                });
        });
}

} // namespace mvr::tools
