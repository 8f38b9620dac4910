#include "support/uuid.hpp"
#include "tools/all.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/observed_tries.hpp"
#include "tools/vocabulary.hpp"

#include <utility>
#include <vector>

namespace mvr::tools {
namespace {

using namespace mcp;

/// What the learner passed unaided, by unit: with the file's checkpoints it says what is done.
Json own_passed(const store::LearnerState *learner)
{
    Json units = Json::object();
    if (learner == nullptr) return units;
    for (const auto &[unit, results] : learner->results)
        units[unit] = results.own_passed;
    return units;
}

Result<SceneCommand> prepare_start(const Context &context, const Json &arguments)
{
    const std::string learner = arguments.at("learner_id");
    const std::string unit = arguments.at("unit_id");
    const auto curriculum = curriculum_prerequisites(context.state(), unit);
    return SceneCommand{"start_unit",
                        {{"unit_id", unit},
                         {"session_id", new_uuid(context.clock())},
                         {"learner_label", learner},
                         {"own_passed", own_passed(context.state().find(learner))},
                         {"curriculum_units", curriculum.gate},
                         {"advised_units", curriculum.advise},
                         {"restart", arguments.value("restart", false)}}};
}

/// What the session that a reply says was given up came to, for whose it is.
std::vector<store::NewEvent> given_up_events(const Context &context, const Json &reply)
{
    const Json &given_up = object_or_empty(reply, "given_up");
    const auto *owner = context.state().find_by_session(text_or_empty(given_up, "session_id"));
    if (owner == nullptr) return {};
    return events_of(owner->learner_id, new_steps(*owner, given_up));
}

Result<Json> conclude_start(const Context &context, const Json &arguments, const Json &reply)
{
    const std::string learner = arguments.at("learner_id");
    auto events = given_up_events(context, reply);
    const store::LearnerState *known = context.state().find(learner);
    const std::string before = known == nullptr ? std::string() : known->open_session();
    store::SessionStarted started{reply.at("session_id"), learner, reply.at("unit_id"),
                                  reply.at("scene_name"), "",      {}};
    if (const auto phase =
            learning::learning_phase_from_text(text_or_empty(reply, "learning_event"))) {
        started.learning_event = *phase;
    }
    if (!before.empty()) {
        // Nobody ended it: Blender was closed or died, or the learner turned to another unit.
        const std::string &unit = known->sessions.at(before).unit_id;
        if (unit == started.unit_id) started.resumed_from = before;
        events.push_back(store::new_event(learner, store::SessionEnded{before, "interrupted"}));
    }
    events.push_back(store::new_event(learner, started));
    Json result = reply;
    result.erase("given_up");
    result.update({{"status", "started"},
                   {"learner_id", learner},
                   {"resumed_from", started.resumed_from},
                   {"event_ids", context.keep(std::move(events))},
                   {"start_timestamp", context.timestamp()}});
    return result;
}

Tool start_session(const Context &context)
{
    const auto checkpoint =
        object({req("checkpoint_id", string()), req("learning_objective", string()),
                req("assessment_type", string()), req("trigger_object_name", string()),
                req("skill", string()), req("difficulty", number().or_null())});
    return {
        .name = "start_session",
        .title = "Start a unit with a learner",
        .description =
            "Begin (or, after an interruption, go on with) a unit: Blender shows the unit's "
            "scene, puts its objects where the unit starts, and watches. Refused while a unit of "
            "the "
            "file that it needs is not passed.",
        .input_schema =
            object({req("learner_id", learner_id()), req("unit_id", unit_id()),
                    opt("restart", boolean().describe("Start the running unit afresh"))}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("started")), req("session_id", string()),
             req("learner_id", string()), req("unit_id", string()), req("scene_name", string()),
             req("title", string()), req("instructions", string()), req("hints", names()),
             req("learning_event", string()), req("learning_objectives", names()),
             req("estimated_duration_seconds", integer()), req("checkpoints", array(checkpoint)),
             req("missing_prerequisites", names()), req("resumed_from", string()),
             req("start_timestamp", timestamp())})),
        .annotations = {},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) { return prepare_start(context, arguments); },
        .conclude =
            [&context](const Json &arguments, const Json &reply) {
                return conclude_start(context, arguments, reply);
            },
    };
}

Tool end_session(const Context &context)
{
    return {
        .name = "end_session",
        .title = "End a session",
        .description = "Stop watching and close the learner's session.",
        .input_schema = object({req("session_id", session_id())}),
        .output_schema = or_error(
            recorded_result({req("status", constant("ended")), req("session_id", string()),
                             req("learner_id", string()), req("unit_id", string()),
                             req("activity", any_object()), req("end_timestamp", timestamp())})),
        .annotations = {.idempotent = true},
        .runs_on = RunsOn::scene,
        .prepare = [&context](const Json &arguments) -> Result<SceneCommand> {
            auto owner = owner_of_session(context, arguments.at("session_id"));
            if (!owner) return owner.error();
            return SceneCommand{"end_unit", {{"session_id", arguments.at("session_id")}}};
        },
        .conclude = [&context](const Json &arguments, const Json &reply) -> Result<Json> {
            const std::string session = arguments.at("session_id");
            auto owner = owner_of_session(context, session);
            if (!owner) return owner.error();
            const std::string learner = (*owner)->learner_id;
            const std::string unit = (*owner)->sessions.at(session).unit_id;
            auto events = events_of(learner, new_steps(**owner, reply));
            events.push_back(store::new_event(
                learner,
                store::SessionEnded{session, reply.value("interrupted", false) ? "interrupted"
                                                                               : "stopped"}));
            return Json{{"status", "ended"},
                        {"session_id", session},
                        {"learner_id", learner},
                        {"unit_id", unit},
                        {"activity", object_or_empty(reply, "activity")},
                        {"event_ids", context.keep(std::move(events))},
                        {"end_timestamp", context.timestamp()}};
        },
    };
}

} // namespace

void add_session_tools(ToolTable &table, const Context &context)
{
    table.add(start_session(context));
    table.add(end_session(context));
}

} // namespace mvr::tools
