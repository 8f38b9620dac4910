#include "tools/all_tools.hpp"
#include "tools/lookup.hpp"
#include "tools/progress_reply.hpp"
#include "tools/review.hpp"
#include "tools/work.hpp"

#include <algorithm>
#include <utility>

namespace mvr::tools {

struct ClassOverviewArguments {
    bool only_open_lesson = false;
};

struct OverviewUnit {
    std::string unit_id;
    std::string title;
};

/// The decision about a unit that was made last, and why.
struct OverviewDecision {
    std::string unit_id;
    learning::Action action{};
    std::string learner_text;
    std::string reasoning;
    learning::LearningPhase phase{};
    learning::LearningPhase next_phase{};
    std::vector<learning::Reason> reasons;
    std::string go_back_to;
};

struct OverviewLearner {
    std::string learner_id;
    std::string pseudonym;
    bool is_at_work = false;
    std::string last_seen;
    std::vector<UnitReview> units;
    std::vector<SkillProgress> skills;
    AbilityProgress ability;
    std::vector<OverviewDecision> decisions;
    std::vector<Stuck> stuck;
};

struct ClassOverviewReply {
    std::vector<OverviewUnit> units;
    std::vector<OverviewLearner> learners;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ClassOverviewArguments> {
    using T = tools::ClassOverviewArguments;
    static constexpr std::tuple members{Member{"only_open_lesson", &T::only_open_lesson,
                                               "Leave out units that the open file does not have",
                                               or_default}};
};

template <> struct Description<tools::OverviewUnit> {
    using T = tools::OverviewUnit;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"title", &T::title, "In the open file, else the id"}};
};

template <> struct Description<tools::OverviewDecision> {
    using T = tools::OverviewDecision;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"action", &T::action, ""},
        Member{"learner_text", &T::learner_text, "As the learner read it"},
        Member{"reasoning", &T::reasoning, "With the models' own terms"},
        Member{"phase", &T::phase, "In which it was made"},
        Member{"next_phase", &T::next_phase, "What follows from it"},
        Member{"reasons", &T::reasons, "What it rests on, as codes; none of the rule seed's"},
        Member{"go_back_to", &T::go_back_to, "Unit id, where it sends back"}};
};

template <> struct Description<tools::OverviewLearner> {
    using T = tools::OverviewLearner;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, ""},
        Member{"pseudonym", &T::pseudonym, ""},
        Member{"is_at_work", &T::is_at_work, "In a unit that runs in Blender now"},
        Member{"last_seen", &T::last_seen, tools::timestamp_sentence},
        Member{"units", &T::units, "Those that the learner began"},
        Member{"skills", &T::skills, ""},
        Member{"ability", &T::ability, ""},
        Member{"decisions", &T::decisions, "The last one about each unit"},
        Member{"stuck", &T::stuck,
               "Rule stuck-1: 3 failures of a checkpoint in a row, or worked "
               "long without a new pass"},
    };
};

template <> struct Description<tools::ClassOverviewReply> {
    using T = tools::ClassOverviewReply;
    static constexpr std::tuple members{
        Member{"units", &T::units, "Of the open file in its order, then others by id"},
        Member{"learners", &T::learners, "Everybody whose record the caller reaches"}};
};

} // namespace mvr

namespace mvr::tools {
namespace {

using LearnerPtr = const store::LearnerState *;

/// The open file's units first: that is the lesson which the instructor looks at.
std::vector<OverviewUnit> units_of(const std::vector<LearnerPtr> &learners, const Lesson *lesson,
                                   bool only_open_lesson)
{
    std::vector<OverviewUnit> units;
    if (lesson != nullptr) {
        for (const std::string &unit : lesson->order)
            units.push_back({unit, title_of(lesson, unit)});
    }
    if (only_open_lesson) return units;
    std::set<std::string> others;
    for (const LearnerPtr learner : learners)
        for (const auto &[unit, work] : learner->works)
            others.insert(unit);
    for (const OverviewUnit &unit : units)
        others.erase(unit.unit_id);
    for (const std::string &unit : others)
        units.push_back({unit, title_of(lesson, unit)});
    return units;
}

OverviewDecision overview_of(const store::TransitionDecided &decided)
{
    const learning::Decision &gap = decided.decided.decision;
    OverviewDecision overview{decided.unit_id,   gap.action, decided.learner_text,
                              decided.reasoning, gap.phase,  gap.next_phase,
                              gap.reasons,       {}};
    if (decided.seed) {
        overview.action = decided.seed->action;
        overview.reasons.clear(); // they are the other rule's
    }
    if (gap.advice.code == learning::AdviceCode::go_back && gap.advice.unit)
        overview.go_back_to = gap.advice.unit->unit_id;
    return overview;
}

/// The last decision about each of the units.
std::vector<OverviewDecision> decisions_of(const store::LearnerState &learner)
{
    std::map<std::string, OverviewDecision> last;
    for (const store::TransitionDecided &decided : learner.decisions) {
        last[decided.unit_id] = overview_of(decided);
    }
    std::vector<OverviewDecision> decisions;
    decisions.reserve(last.size());
    for (auto &[unit, decision] : last)
        decisions.push_back(std::move(decision));
    return decisions;
}

OverviewLearner overview_of(const store::LearnerState &learner, const ReadContext &context,
                            const std::vector<OverviewUnit> &units)
{
    OverviewLearner overview;
    overview.learner_id = learner.learner_id;
    overview.pseudonym = learner.pseudonym;
    overview.is_at_work = context.learner_at_window == learner.learner_id;
    overview.last_seen = iso8601(learner.last_seen_ms);
    overview.skills = skills_of(learner);
    overview.ability = ability_of(learner);
    overview.decisions = decisions_of(learner);
    for (const OverviewUnit &unit : units) {
        if (!learner.works.contains(unit.unit_id)) continue;
        const UnitScope scope = scope_of(context.lesson.get(), learner, unit.unit_id);
        overview.units.push_back(unit_review(learner, unit.unit_id, scope));
        std::ranges::move(stuck_of(learner, unit.unit_id, scope),
                          std::back_inserter(overview.stuck));
    }
    return overview;
}

Result<ClassOverviewReply> read_overview(const ReadContext &context, const mcp::Call &call,
                                         const ClassOverviewArguments &arguments)
{
    std::vector<LearnerPtr> reached;
    for (const LearnerPtr learner : context.state().learners())
        if (check_reach(context, call, learner->learner_id)) reached.push_back(learner);
    ClassOverviewReply reply;
    reply.units = units_of(reached, context.lesson.get(), arguments.only_open_lesson);
    reply.learners.reserve(reached.size());
    for (const LearnerPtr learner : reached)
        reply.learners.push_back(overview_of(*learner, context, reply.units));
    return reply;
}

} // namespace

mcp::Tool get_class_overview(Executor &executor)
{
    return read_tool({.name = "get_class_overview",
                      .title = "See how a class does",
                      .description =
                          "Every learner by unit: tries, hints, time, last seen; mastery by skill; "
                          "the last decisions with their reasons; who is stuck where since when. "
                          "All of it was observed.",
                      .scope = access::Scope::records_read,
                      .annotations = {.read_only = true, .idempotent = true}},
                     executor, read_overview);
}

} // namespace mvr::tools
