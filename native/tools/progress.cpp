#include "tools/all.hpp"
#include "tools/readings.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

Json skills_of(const store::LearnerState &learner)
{
    Json skills = Json::array();
    for (const auto &[name, skill] : learner.skills) {
        skills.push_back({{"skill", name},
                          {"p_known", skill.p_known},
                          {"attempts", skill.attempts},
                          {"successes", skill.successes},
                          {"provenance", "observed"}});
    }
    return skills;
}

Json units_of(const store::LearnerState &learner)
{
    Json units = Json::array();
    for (const auto &[unit, progress] : learner.units) {
        units.push_back({{"unit_id", unit},
                         {"passed", progress.passed},
                         {"attempts", progress.attempts},
                         {"best_score", progress.best_score},
                         {"last_score", progress.last_score},
                         {"passed_checkpoints", progress.passed_checkpoints}});
    }
    return units;
}

/// Where the learner goes on: the unit of a session that nobody ended, and what is passed in it.
Json resume_of(const store::LearnerState &learner)
{
    const std::string session = learner.open_session();
    if (session.empty()) return nullptr;
    const store::Session &open = learner.sessions.at(session);
    Json passed = Json::array();
    if (const auto unit = learner.units.find(open.unit_id); unit != learner.units.end()) {
        passed = unit->second.passed_checkpoints;
    }
    return {{"session_id", session},
            {"unit_id", open.unit_id},
            {"scene_name", open.scene},
            {"started", iso8601(open.started_ms)},
            {"passed_checkpoints", std::move(passed)}};
}

Result<Json> progress(const Context &context, const Json &arguments)
{
    auto known = known_learner(context, arguments.at("learner_id"));
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    const auto evidence = observed_evidence(learner);
    return Json{{"learner_id", learner.learner_id},
                {"pseudonym", learner.pseudonym},
                {"learning_event", learning::to_text(learner.event)},
                {"transition_state", learner.transition_state},
                {"passed_units", passed_units(&learner)},
                {"units", units_of(learner)},
                {"skills", skills_of(learner)},
                {"evidence",
                 {{"observed_items", evidence.observed_items},
                  {"distinct_items", evidence.distinct_items},
                  {"observed_successes", evidence.observed_successes},
                  {"p_mastered", evidence.p_mastered}}},
                {"decisions", learner.decisions},
                {"resume", resume_of(learner)},
                {"reported",
                 {{"engagement", learner.reported_engagement},
                  {"interaction", learner.reported_interaction},
                  {"performance", learner.reported_performance}}},
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
        .output_schema = or_error(
            object({req("learner_id", string()), req("pseudonym", string()),
                    req("learning_event", string()), req("transition_state", share()),
                    req("passed_units", names()), req("units", array(any_object())),
                    req("skills", array(any_object())), req("evidence", any_object()),
                    req("decisions", array(any_object())), req("resume", any_object().or_null()),
                    req("reported", any_object()), req("last_seen", timestamp())})),
        .annotations = {.read_only = true, .idempotent = true},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &arguments) { return progress(context, arguments); },
    });
}

} // namespace mvr::tools
