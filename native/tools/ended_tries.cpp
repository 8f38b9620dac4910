#include "tools/all.hpp"
#include "tools/observed_tries.hpp"
#include "tools/unit_decision.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

Result<Json> conclude(const Context &context, const Json &arguments, const Json &reply)
{
    const std::string session = arguments.at("session_id");
    auto owner = owner_of_session(context, session);
    if (!owner) return owner.error();
    const std::string learner = (*owner)->learner_id;
    auto steps = new_steps(**owner, reply);
    const bool is_new = !steps.empty();
    auto ids = context.keep(events_of(learner, std::move(steps)));
    if (is_new) { // a decision follows from every try that ended
        auto decision = decide_for_unit(context, learner, session, reply.at("lesson"));
        if (!decision) return decision.error();
        ids.insert(ids.end(), decision->event_ids.begin(), decision->event_ids.end());
    }
    return Json{{"status", "kept"},
                {"session_id", session},
                {"steps", context.state().find(learner)->sessions.at(session).steps},
                {"event_ids", std::move(ids)}};
}

} // namespace

void add_ended_tries_tool(ToolTable &table, const Context &context)
{
    table.add({
        .name = "keep_ended_tries",
        .title = "Keep the tries that ended",
        .description = "Record what ended in a unit and was not recorded yet. `steps` says up to "
                       "which step the record has it.",
        .input_schema = object({req("session_id", session_id())}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("kept")), req("session_id", string()),
             req("steps", integer().describe("Number of the session's last recorded step"))})),
        .annotations = {.idempotent = true},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            auto owner = owner_of_session(context, arguments.at("session_id"));
            if (!owner) return owner.error();
            return SceneCommand{"tell_ended_tries", arguments};
        },
        .conclude = [&context](const Json &arguments,
                               const Json &reply) { return conclude(context, arguments, reply); },
    });
}

} // namespace mvr::tools
