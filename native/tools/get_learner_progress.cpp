#include "learning/ability.hpp"
#include "learning/unit_model.hpp"
#include "store/events.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

#include <set>

namespace mvr::tools {

struct GetProgressArguments {
    std::string learner_id;
};

struct UnitProgress {
    std::string unit_id;
    bool passed = false;
    learning::LearningPhase learning_event{};
    double transition_state = 0;
    int attempts = 0;
    int own_passes = 0;
    int failed = 0;
    int hints = 0;
    int self_corrections = 0;
    double best_score = 0;
    double last_score = 0;
    std::set<std::string> passed_checkpoints;
    std::set<std::string> own_passed_checkpoints;
};
struct SkillProgress {
    std::string skill;
    double p_known = 0;
    int attempts = 0;
    int successes = 0;
    Constant<"observed"> provenance;
};
struct AbilityProgress {
    double theta = 0;
    double standard_error = 0;
    int evidence = 0;
};
/// A decision as a client and a panel read it: what it says first, then all that it rests on.
struct DecisionProgress : store::TransitionDecided {
    learning::Action action{};
    learning::AdviceCode advice{};
    bool unit_done = false;
    bool too_early = false;
    OrNull<learning::UnitName> next_unit;
};
/// Where the learner goes on: the unit of a session that nobody ended, and what is passed in it.
struct Resume {
    std::string session_id;
    std::string unit_id;
    std::string scene_name;
    std::string started;
    std::set<std::string> passed_checkpoints;
};
struct ReportedProgress {
    OrNull<store::EngagementReported> engagement;
    OrNull<store::InteractionReported> interaction;
    OrNull<store::PerformanceReported> performance;
    OrNull<store::SceneAdapted> adaptation;
};

struct GetProgressReply {
    std::string learner_id;
    std::string pseudonym;
    std::string last_unit;
    std::vector<std::string> passed_units;
    std::vector<UnitProgress> units;
    std::vector<SkillProgress> skills;
    AbilityProgress ability;
    std::vector<DecisionProgress> decisions;
    OrNull<Resume> resume;
    ReportedProgress reported;
    std::string last_seen;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GetProgressArguments> {
    static constexpr std::tuple members{
        Member{"learner_id", &tools::GetProgressArguments::learner_id, tools::learner_id_sentence,
               tools::learner_id_bounds}};
};

template <> struct Description<tools::UnitProgress> {
    using T = tools::UnitProgress;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"passed", &T::passed, ""},
        Member{"learning_event", &T::learning_event, ""},
        Member{"transition_state", &T::transition_state, "", tools::share},
        Member{"attempts", &T::attempts, ""},
        Member{"own_passes", &T::own_passes, ""},
        Member{"failed", &T::failed, ""},
        Member{"hints", &T::hints, ""},
        Member{"self_corrections", &T::self_corrections, ""},
        Member{"best_score", &T::best_score, "", tools::share},
        Member{"last_score", &T::last_score, "", tools::share},
        Member{"passed_checkpoints", &T::passed_checkpoints, ""},
        Member{"own_passed_checkpoints", &T::own_passed_checkpoints, ""},
    };
};

template <> struct Description<tools::SkillProgress> {
    using T = tools::SkillProgress;
    static constexpr std::tuple members{
        Member{"skill", &T::skill, ""}, Member{"p_known", &T::p_known, "", tools::share},
        Member{"attempts", &T::attempts, ""}, Member{"successes", &T::successes, ""},
        Member{"provenance", &T::provenance, ""}};
};

template <> struct Description<tools::AbilityProgress> {
    using T = tools::AbilityProgress;
    static constexpr std::tuple members{Member{"theta", &T::theta, "Logits"},
                                        Member{"standard_error", &T::standard_error, ""},
                                        Member{"evidence", &T::evidence, ""}};
};

template <> struct Description<tools::DecisionProgress> {
    using T = tools::DecisionProgress;
    static constexpr auto members = std::tuple_cat(
        std::tuple{Member{"action", &T::action, ""}, Member{"advice", &T::advice, ""},
                   Member{"unit_done", &T::unit_done, ""}, Member{"too_early", &T::too_early, ""},
                   Member{"next_unit", &T::next_unit, ""}},
        Description<store::TransitionDecided>::members);
};

template <> struct Description<tools::Resume> {
    using T = tools::Resume;
    static constexpr std::tuple members{Member{"session_id", &T::session_id, ""},
                                        Member{"unit_id", &T::unit_id, ""},
                                        Member{"scene_name", &T::scene_name, ""},
                                        Member{"started", &T::started, tools::timestamp_sentence},
                                        Member{"passed_checkpoints", &T::passed_checkpoints, ""}};
};

template <> struct Description<tools::ReportedProgress> {
    using T = tools::ReportedProgress;
    static constexpr std::tuple members{
        Member{"engagement", &T::engagement, ""}, Member{"interaction", &T::interaction, ""},
        Member{"performance", &T::performance, ""}, Member{"adaptation", &T::adaptation, ""}};
};

template <> struct Description<tools::GetProgressReply> {
    using T = tools::GetProgressReply;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, ""},
        Member{"pseudonym", &T::pseudonym, ""},
        Member{"last_unit", &T::last_unit, ""},
        Member{"passed_units", &T::passed_units,
               "With the checkpoints that the record saw last; get_lesson goes by the open file"},
        Member{"units", &T::units, ""},
        Member{"skills", &T::skills, ""},
        Member{"ability", &T::ability, ""},
        Member{"decisions", &T::decisions, "The latest, oldest first"},
        Member{"resume", &T::resume, ""},
        Member{"reported", &T::reported, ""},
        Member{"last_seen", &T::last_seen, tools::timestamp_sentence},
    };
};

} // namespace mvr

namespace mvr::tools {
namespace {

std::vector<SkillProgress> skills_of(const store::LearnerState &learner)
{
    std::vector<SkillProgress> skills;
    skills.reserve(learner.model.skills.size());
    for (const auto &[name, skill] : learner.model.skills)
        skills.push_back({name, skill.p_known, skill.attempts, skill.successes, {}});
    return skills;
}

UnitProgress unit_of(const std::string &unit_id, const learning::UnitModel &unit,
                     const store::UnitResults &results)
{
    return {unit_id,
            learning::unit_done(results.own_passed, results.checkpoints),
            unit.phase,
            unit.index,
            unit.counts.tries(),
            unit.counts.own_passes,
            unit.counts.failed,
            unit.hints,
            results.self_corrections,
            results.best_score,
            results.last_score,
            results.passed,
            results.own_passed};
}

std::vector<UnitProgress> units_of(const store::LearnerState &learner)
{
    std::vector<UnitProgress> units;
    for (const auto &[unit_id, unit] : learner.model.units) {
        const auto results = learner.results.find(unit_id);
        units.push_back(
            unit_of(unit_id, unit,
                    results == learner.results.end() ? store::UnitResults{} : results->second));
    }
    return units;
}

DecisionProgress decision_of(const store::TransitionDecided &decided)
{
    const learning::Decision &decision = decided.decided.decision;
    return {decided,
            decided.seed ? decided.seed->action : decision.action,
            decision.advice.code,
            decision.unit_done,
            decision.too_early,
            decision.advice.unit};
}

OrNull<Resume> resume_of(const store::LearnerState &learner)
{
    const std::string session = learner.open_session();
    if (session.empty()) return {};
    const store::Session &open = learner.sessions.at(session);
    Resume resume{session, open.unit_id, open.scene, iso8601(open.started_ms), {}};
    if (const auto unit = learner.results.find(open.unit_id); unit != learner.results.end())
        resume.passed_checkpoints = unit->second.own_passed;
    return resume;
}

Result<GetProgressReply> read(const ReadContext &context, const mcp::Call &call,
                              const GetProgressArguments &arguments)
{
    auto known = known_learner(context, call, arguments.learner_id);
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    GetProgressReply reply;
    reply.learner_id = learner.learner_id;
    reply.pseudonym = learner.pseudonym;
    reply.last_unit = learner.last_unit();
    reply.passed_units = passed_units(&learner);
    reply.units = units_of(learner);
    reply.skills = skills_of(learner);
    reply.ability = {learner.model.ability.theta, learning::standard_error(learner.model.ability),
                     learner.model.evidence};
    for (const auto &decided : learner.decisions)
        reply.decisions.push_back(decision_of(decided));
    reply.resume = resume_of(learner);
    reply.reported = {learner.reports.engagement, learner.reports.interaction,
                      learner.reports.performance, learner.reports.adaptation};
    reply.last_seen = iso8601(learner.last_seen_ms);
    return reply;
}

} // namespace

mcp::Tool get_learner_progress(Executor &executor)
{
    return read_tool(
        {.name = "get_learner_progress",
         .title = "Read a learner's progress",
         .description = "Units, skills, decisions with their reasons, and where to go on; what was "
                        "observed apart from what was reported.",
         .scope = access::Scope::records_read,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, read);
}

} // namespace mvr::tools
