#include "learning/unit_model.hpp"
#include "store/event_descriptions.hpp"
#include "tools/all.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

Json skills_of(const store::LearnerState &learner)
{
    Json skills = Json::array();
    for (const auto &[name, skill] : learner.model.skills) {
        skills.push_back({{"skill", name},
                          {"p_known", skill.p_known},
                          {"attempts", skill.attempts},
                          {"successes", skill.successes},
                          {"provenance", "observed"}});
    }
    return skills;
}

Json unit_of(const std::string &unit_id, const learning::UnitModel &unit,
             const store::UnitResults &results)
{
    return {{"unit_id", unit_id},
            {"passed", learning::unit_done(results.own_passed, results.checkpoints)},
            {"learning_event", learning::to_text(unit.phase)},
            {"transition_state", unit.index},
            {"attempts", unit.counts.tries()},
            {"own_passes", unit.counts.own_passes},
            {"failed", unit.counts.failed},
            {"hints", unit.hints},
            {"self_corrections", results.self_corrections},
            {"best_score", results.best_score},
            {"last_score", results.last_score},
            {"passed_checkpoints", results.passed},
            {"own_passed_checkpoints", results.own_passed}};
}

Json units_of(const store::LearnerState &learner)
{
    Json units = Json::array();
    for (const auto &[unit_id, unit] : learner.model.units) {
        const auto results = learner.results.find(unit_id);
        units.push_back(
            unit_of(unit_id, unit,
                    results == learner.results.end() ? store::UnitResults{} : results->second));
    }
    return units;
}

/// A decision as a client and a panel read it: what it says first, then all that it rests on.
Json decision_of(const store::TransitionDecided &decided)
{
    const learning::Decision &decision = decided.decided.decision;
    const auto &unit = decision.advice.unit;
    Json json = to_json_value(decided);
    json["action"] = learning::to_text(decided.seed ? decided.seed->action : decision.action);
    json["advice"] = learning::to_text(decision.advice.code);
    json["unit_done"] = decision.unit_done;
    json["too_early"] = decision.too_early;
    json["next_unit"] =
        unit ? Json{{"unit_id", unit->unit_id}, {"title", unit->title}} : Json(nullptr);
    return json;
}

Json decisions_of(const store::LearnerState &learner)
{
    Json decisions = Json::array();
    for (const auto &decided : learner.decisions)
        decisions.push_back(decision_of(decided));
    return decisions;
}

/// Where the learner goes on: the unit of a session that nobody ended, and what is passed in it.
Json resume_of(const store::LearnerState &learner)
{
    const std::string session = learner.open_session();
    if (session.empty()) return nullptr;
    const store::Session &open = learner.sessions.at(session);
    Json passed = Json::array();
    if (const auto unit = learner.results.find(open.unit_id); unit != learner.results.end()) {
        passed = unit->second.own_passed;
    }
    return {{"session_id", session},
            {"unit_id", open.unit_id},
            {"scene_name", open.scene},
            {"started", iso8601(open.started_ms)},
            {"passed_checkpoints", std::move(passed)}};
}

template <class T> Json or_null(const std::optional<T> &report)
{
    return report ? to_json_value(*report) : Json(nullptr);
}

Result<Json> progress(const Context &context, const Json &arguments)
{
    auto known = known_learner(context, arguments.at("learner_id"));
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    const auto &reports = learner.reports;
    return Json{{"learner_id", learner.learner_id},
                {"pseudonym", context.record->pseudonym(learner.learner_id)},
                {"last_unit", learner.last_unit()},
                {"passed_units", passed_units(&learner)},
                {"units", units_of(learner)},
                {"skills", skills_of(learner)},
                {"ability",
                 {{"theta", learner.model.ability.theta},
                  {"standard_error", learning::standard_error(learner.model.ability)},
                  {"evidence", learner.model.evidence}}},
                {"decisions", decisions_of(learner)},
                {"resume", resume_of(learner)},
                {"reported",
                 {{"engagement", or_null(reports.engagement)},
                  {"interaction", or_null(reports.interaction)},
                  {"performance", or_null(reports.performance)},
                  {"adaptation", or_null(reports.adaptation)}}},
                {"last_seen", iso8601(learner.last_seen_ms)}};
}

} // namespace

void add_progress_tool(ToolTable &table, const Context &context)
{
    table.add({
        .name = "get_learner_progress",
        .title = "Read a learner's progress",
        .description = "Units, skills, decisions with their reasons, and where to go on; what was "
                       "observed apart from what was reported.",
        .input_schema = object({req("learner_id", learner_id())}),
        .output_schema = or_error(object(
            {req("learner_id", string()), req("pseudonym", string()), req("last_unit", string()),
             req("passed_units", names().describe("With the checkpoints that the record saw last; "
                                                  "get_lesson goes by the open file")),
             req("units", array(any_object())), req("skills", array(any_object())),
             req("ability", any_object()), req("decisions", array(any_object())),
             req("resume", any_object().or_null()), req("reported", any_object()),
             req("last_seen", timestamp())})),
        .annotations = {.read_only = true, .idempotent = true},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &arguments) { return progress(context, arguments); },
    });
}

} // namespace mvr::tools
