#include "store/learning_texts.hpp"
#include "support/uuid.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/lookup.hpp"
#include "tools/observed_tries.hpp"
#include "tools/scene_shapes.hpp"
#include "tools/work.hpp"

#include <map>
#include <set>

namespace mvr::tools {

struct StartSessionArguments {
    std::string learner_id;
    std::string unit_id;
    bool restart = false;
};

/// What every reply says of a unit that was started.
struct StartedUnit {
    std::string unit_id;
    std::string session_id;
    std::string scene_name;
    std::string title;
    std::string instructions;
    std::vector<std::string> hints;
    std::string learning_event; ///< as it stands in the file
    std::vector<std::string> learning_objectives;
    std::int64_t estimated_duration_seconds = 0;
    std::vector<CheckpointInfo> checkpoints;
    std::vector<std::string> missing_prerequisites;
};

struct UnitStarted : StartedUnit {
    LeftRun given_up; ///< of the run that this one takes the place of
};

struct StartUnit {
    static constexpr std::string_view name = "start_unit";
    using Reply = UnitStarted;
    std::string unit_id;
    std::string session_id;
    std::string learner_label;
    /// What the learner passed unaided, by unit: with the file's checkpoints it says what is done.
    std::map<std::string, std::set<std::string>> own_passed;
    std::vector<std::string> curriculum_units; ///< that a curriculum has come first
    std::vector<std::string> advised_units;    ///< that one says are better done first
    bool restart = false;
};

struct StartSessionReply : StartedUnit, RecordOutcome {
    Constant<"started"> status;
    std::string learner_id;
    std::string resumed_from;
    std::string start_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::StartSessionArguments> {
    using T = tools::StartSessionArguments;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"restart", &T::restart,
               "Take the place of what runs, and begin from the unit's start", or_default},
    };
};

template <class T> struct StartedUnitMembers {
    static constexpr std::tuple members{
        Member<T, std::string>{"unit_id", &T::unit_id, ""},
        Member<T, std::string>{"session_id", &T::session_id, ""},
        Member<T, std::string>{"scene_name", &T::scene_name, ""},
        Member<T, std::string>{"title", &T::title, ""},
        Member<T, std::string>{"instructions", &T::instructions, ""},
        Member<T, std::vector<std::string>>{"hints", &T::hints, ""},
        Member<T, std::string>{"learning_event", &T::learning_event, ""},
        Member<T, std::vector<std::string>>{"learning_objectives", &T::learning_objectives, ""},
        Member<T, std::int64_t>{"estimated_duration_seconds", &T::estimated_duration_seconds, ""},
        Member<T, std::vector<tools::CheckpointInfo>>{"checkpoints", &T::checkpoints, ""},
        Member<T, std::vector<std::string>>{"missing_prerequisites", &T::missing_prerequisites, ""},
    };
};

template <> struct Description<tools::UnitStarted> {
    using T = tools::UnitStarted;
    static constexpr auto members =
        std::tuple_cat(StartedUnitMembers<T>::members,
                       std::tuple{Member{"given_up", &T::given_up, "", or_default}});
};

template <> struct Description<tools::StartUnit> {
    using T = tools::StartUnit;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"session_id", &T::session_id, ""},
        Member{"learner_label", &T::learner_label, ""},
        Member{"own_passed", &T::own_passed, ""},
        Member{"curriculum_units", &T::curriculum_units, ""},
        Member{"advised_units", &T::advised_units, ""},
        Member{"restart", &T::restart, ""},
    };
};

template <> struct Description<tools::StartSessionReply> {
    using T = tools::StartSessionReply;
    static constexpr auto members = std::tuple_cat(
        StartedUnitMembers<T>::members,
        tools::and_record_outcome<T>(
            Member{"status", &T::status, ""}, Member{"learner_id", &T::learner_id, ""},
            Member{"resumed_from", &T::resumed_from, "The session that this one goes on from"},
            Member{"start_timestamp", &T::start_timestamp, tools::timestamp_sentence}));
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<StartUnit> begin(Context &context, const mcp::Call &call,
                        const StartSessionArguments &arguments)
{
    if (auto reached = check_reach(context, call, arguments.learner_id); !reached)
        return reached.error();
    // The unit that runs would end, and with it another learner's tries.
    if (auto reached = check_reach_at_window(context, call); !reached) return reached.error();
    StartUnit command;
    command.unit_id = arguments.unit_id;
    command.session_id = new_uuid(context.clock());
    command.learner_label = arguments.learner_id;
    if (const auto *learner = context.state().find(arguments.learner_id)) {
        for (const auto &[unit, results] : learner->results)
            command.own_passed[unit] = results.own_passed;
    }
    auto curriculum = curriculum_prerequisites(context.state(), arguments.unit_id);
    command.curriculum_units = std::move(curriculum.gate);
    command.advised_units = std::move(curriculum.advise);
    command.restart = arguments.restart;
    return command;
}

/// What the session that was given up came to, for whose it is.
std::vector<store::NewEvent> given_up_events(const Context &context, const LeftRun &given_up)
{
    const auto *owner = context.state().find_by_session(given_up.session_id);
    if (owner == nullptr) return {};
    return events_of(owner->learner_id, new_steps(*owner, given_up.session_id, given_up.steps));
}

Result<StartSessionReply> complete(Context &context, const mcp::Call &,
                                   const StartSessionArguments &arguments,
                                   const UnitStarted &started)
{
    const std::string &learner = arguments.learner_id;
    auto events = given_up_events(context, started.given_up);
    const store::LearnerState *known = context.state().find(learner);
    const std::string before = known == nullptr ? std::string() : known->open_session();
    store::SessionStarted event{started.session_id, learner, started.unit_id,
                                started.scene_name, "",      {}};
    if (const auto phase = learning::learning_phase_from_text(started.learning_event))
        event.learning_event = *phase;
    if (!before.empty()) {
        // Nobody ended it: Blender was closed or died, or the learner turned to another unit.
        if (known->sessions.at(before).unit_id == event.unit_id) event.resumed_from = before;
        events.push_back(store::new_event(learner, store::SessionEnded{before, "interrupted"}));
    }
    events.push_back(store::new_event(learner, event));
    context.learner_at_window = learner;
    context.session_at_window = started.session_id;
    StartSessionReply reply;
    static_cast<StartedUnit &>(reply) = started;
    reply.learner_id = learner;
    reply.resumed_from = event.resumed_from;
    reply.event_ids = context.keep(std::move(events));
    reply.start_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool start_session(Executor &executor)
{
    return scene_tool<StartSessionArguments, StartUnit, StartSessionReply>(
        {.name = "start_session",
         .title = "Start a unit with a learner",
         .description =
             "Begin (or, after an interruption, go on with) a unit: Blender puts its objects where "
             "the unit starts, and watches. Its scene comes up where nobody sits, or before its "
             "own "
             "learner; anybody else reads in the panel that it waits. Rejected while a unit of the "
             "file that it needs is not passed.",
         .scope = access::Scope::records_write},
        executor, begin, complete);
}

} // namespace mvr::tools
