#include "store/state.hpp"

#include "store/members.hpp"
#include "store/payloads.hpp"

namespace mvr::store {
namespace {

template <class Map> Json each_to_json(const Map &map)
{
    Json json = Json::object();
    for (const auto &[name, value] : map)
        json[name] = to_json(value);
    return json;
}

} // namespace

Json to_json(const UnitProgress &unit)
{
    Json json = {{"attempts", unit.attempts},
                 {"passed", unit.passed},
                 {"best_score", unit.best_score},
                 {"last_score", unit.last_score},
                 {"last_checkpoint", unit.last_checkpoint},
                 {"passed_checkpoints", unit.passed_checkpoints}};
    if (unit.last_action) json["last_action"] = learning::to_text(*unit.last_action);
    return json;
}

Json to_json(const SkillEvidence &evidence)
{
    return {{"observations", evidence.observations},
            {"successes", evidence.successes},
            {"items", evidence.items}};
}

Json to_json(const Session &session)
{
    Json json = {{"unit_id", session.unit_id},           {"scene", session.scene},
                 {"resumed_from", session.resumed_from}, {"started_ms", session.started_ms},
                 {"interrupted", session.interrupted},   {"reason", session.reason}};
    set_if(json, "ended_ms", session.ended_ms);
    return json;
}

std::string LearnerState::open_session() const
{
    const std::pair<const std::string, Session> *latest = nullptr;
    for (const auto &entry : sessions) {
        if (entry.second.ended_ms) continue;
        if (!latest || entry.second.started_ms >= latest->second.started_ms) latest = &entry;
    }
    return latest ? latest->first : std::string();
}

Json to_json(const LearnerState &state)
{
    Json json = {{"learner_id", state.learner_id},
                 {"pseudonym", state.pseudonym},
                 {"has_profile", state.has_profile},
                 {"static_profile", state.static_profile},
                 {"dynamic_profile", state.dynamic_profile},
                 {"learner_model_weight", state.learner_model_weight},
                 {"alpha_baseline", state.alpha_baseline},
                 {"beta_exploration", state.beta_exploration},
                 {"ability", to_json(state.ability)},
                 {"skills", each_to_json(state.skills)},
                 {"evidence", each_to_json(state.evidence)},
                 {"transition_state", state.transition_state},
                 {"event", learning::to_text(state.event)},
                 {"units", each_to_json(state.units)},
                 {"sessions", each_to_json(state.sessions)},
                 {"decisions", state.decisions},
                 {"reported_engagement", state.reported_engagement},
                 {"reported_interaction", state.reported_interaction},
                 {"reported_performance", state.reported_performance},
                 {"observed_activity", state.observed_activity},
                 {"first_seen_ms", state.first_seen_ms},
                 {"last_seen_ms", state.last_seen_ms}};
    if (state.last_action) json["last_action"] = learning::to_text(*state.last_action);
    set_if(json, "noise_state", state.noise_state);
    set_if(json, "last_innovation", state.last_innovation);
    return json;
}

} // namespace mvr::store
