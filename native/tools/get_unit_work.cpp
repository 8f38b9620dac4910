#include "tools/all_tools.hpp"
#include "tools/lookup.hpp"
#include "tools/progress_reply.hpp"
#include "tools/review.hpp"
#include "tools/work.hpp"

#include <utility>

namespace mvr::tools {

struct UnitWorkArguments {
    std::string learner_id;
    std::string unit_id;
};

/// One thing that happened in a unit; members that are not of its kind are empty.
struct WorkedEntry {
    std::string time;
    std::string session_id;
    store::WorkKind kind{};
    bool submitted = false;
    std::vector<store::ObservedTry> tries;
    double worked_seconds = 0;
    int hint_level = 0;
    bool hint_offered = false;
    std::string hint_objective;
    std::string reason;
};

struct UnitWorkReply {
    std::string learner_id;
    std::string title;
    UnitReview unit;
    std::vector<WorkedEntry> entries;
    int earlier_entries = 0;
    std::vector<Stuck> stuck;
    std::vector<DecisionProgress> decisions;
    store::UnitAttention attention;
    Constant<"observed"> provenance;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::UnitWorkArguments> {
    using T = tools::UnitWorkArguments;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds}};
};

template <> struct Description<tools::WorkedEntry> {
    using T = tools::WorkedEntry;
    static constexpr std::tuple members{
        Member{"time", &T::time, tools::timestamp_sentence},
        Member{"session_id", &T::session_id, ""},
        Member{"kind", &T::kind, ""},
        Member{"submitted", &T::submitted, "Of a step: by Done"},
        Member{"tries", &T::tries, "Of a step: they ended together"},
        Member{"worked_seconds", &T::worked_seconds, "Of a step: in its session until then"},
        Member{"hint_level", &T::hint_level, "Of a hint, from 1"},
        Member{"hint_offered", &T::hint_offered, "Of a hint: by itself; else on request"},
        Member{"hint_objective", &T::hint_objective,
               "Of a hint: of the goal that it is for; empty: the unit's"},
        Member{"reason", &T::reason, "Of an end"},
    };
};

template <> struct Description<tools::UnitWorkReply> {
    using T = tools::UnitWorkReply;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, ""},
        Member{"title", &T::title, "In the open file, else the id"},
        Member{"unit", &T::unit, ""},
        Member{"entries", &T::entries, "What happened, oldest first"},
        Member{"earlier_entries", &T::earlier_entries, "Older ones, which only an export has"},
        Member{"stuck", &T::stuck, ""},
        Member{"decisions", &T::decisions, "About this unit, oldest first"},
        Member{"attention", &T::attention,
               "How long parts were in the picture, of sessions that ended"},
        Member{"provenance", &T::provenance, ""},
    };
};

} // namespace mvr

namespace mvr::tools {
namespace {

WorkedEntry entry_of(const store::WorkEntry &entry)
{
    return {iso8601(entry.time_ms),
            entry.session_id,
            entry.kind,
            entry.submitted,
            entry.tries,
            entry.worked_seconds,
            entry.hint_level,
            entry.hint_offered,
            entry.hint_objective,
            entry.reason};
}

Result<UnitWorkReply> read_work(const ReadContext &context, const mcp::Call &call,
                                const UnitWorkArguments &arguments)
{
    auto known = known_learner(context, call, arguments.learner_id);
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    const auto work = learner.works.find(arguments.unit_id);
    if (work == learner.works.end()) {
        return Error{Errc::not_found, "this learner never began the unit", "unit_id",
                     "See get_class_overview for the units that were begun."};
    }
    const UnitScope scope = scope_of(context.lesson.get(), learner, arguments.unit_id);
    UnitWorkReply reply;
    reply.learner_id = learner.learner_id;
    reply.title = title_of(context.lesson.get(), arguments.unit_id);
    reply.unit = unit_review(learner, arguments.unit_id, scope);
    for (const auto &entry : work->second.entries)
        reply.entries.push_back(entry_of(*entry));
    reply.earlier_entries = work->second.dropped;
    reply.attention = work->second.attention;
    reply.stuck = stuck_of(learner, arguments.unit_id, scope);
    for (DecisionProgress &decision : progress_reply(learner).decisions)
        if (decision.unit_id == arguments.unit_id) reply.decisions.push_back(std::move(decision));
    return reply;
}

} // namespace

mcp::Tool get_unit_work(Executor &executor)
{
    return read_tool({.name = "get_unit_work",
                      .title = "See how a learner did a unit",
                      .description =
                          "The order of steps, slips taken back, hints, evidence and times of one "
                          "learner in one unit, with the decisions about it.",
                      .scope = access::Scope::records_read,
                      .annotations = {.read_only = true, .idempotent = true}},
                     executor, read_work);
}

} // namespace mvr::tools
