#include "tools/progress_reply.hpp"

#include "learning/ability.hpp"
#include "learning/unit_model.hpp"
#include "tools/lookup.hpp"

namespace mvr::tools {
namespace {

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

} // namespace

std::vector<SkillProgress> skills_of(const store::LearnerState &learner)
{
    std::vector<SkillProgress> skills;
    skills.reserve(learner.model.skills.size());
    for (const auto &[name, skill] : learner.model.skills)
        skills.push_back({name, skill.p_known, skill.attempts, skill.successes, {}});
    return skills;
}

AbilityProgress ability_of(const store::LearnerState &learner)
{
    return {learner.model.ability.theta, learning::standard_error(learner.model.ability),
            learner.model.evidence};
}

ProgressReply progress_reply(const store::LearnerState &learner)
{
    ProgressReply reply;
    reply.learner_id = learner.learner_id;
    reply.pseudonym = learner.pseudonym;
    reply.last_unit = learner.last_unit();
    reply.passed_units = passed_units(&learner);
    reply.units = units_of(learner);
    reply.skills = skills_of(learner);
    reply.ability = ability_of(learner);
    for (const auto &decided : learner.decisions)
        reply.decisions.push_back(decision_of(decided));
    reply.resume = resume_of(learner);
    reply.reported = {learner.reports.engagement, learner.reports.interaction,
                      learner.reports.performance, learner.reports.adaptation};
    reply.last_seen = iso8601(learner.last_seen_ms);
    return reply;
}

} // namespace mvr::tools
