#include "store/projection.hpp"

#include "store/payloads.hpp"

#include <algorithm>

namespace mvr::store {
namespace {

void take_in(LearnerState &state, const ProfileSet &profile)
{
    state.has_profile = true;
    state.static_profile = profile.static_profile;
    state.dynamic_profile = profile.dynamic_profile;
    state.learner_model_weight = profile.learner_model_weight;
    state.alpha_baseline = profile.alpha_baseline;
    state.beta_exploration = profile.beta_exploration;
}

void close(Session &session, TimeMs now, bool interrupted, std::string reason)
{
    session.ended_ms = now;
    session.interrupted = interrupted;
    session.reason = std::move(reason);
}

void take_in(LearnerState &state, const SessionStarted &started, TimeMs now)
{
    // One learner does one thing at a time: what is still open was cut off (crash, lost client).
    for (auto &[id, session] : state.sessions) {
        if (!session.ended_ms && id != started.session_id) close(session, now, true, "interrupted");
    }
    state.sessions[started.session_id] = {
        started.unit_id, started.scene, started.resumed_from, now, std::nullopt, false, ""};
}

void take_in(LearnerState &state, const SessionEnded &ended, TimeMs now)
{
    const auto found = state.sessions.find(ended.session_id);
    if (found == state.sessions.end()) return;
    close(found->second, now, ended.reason == "interrupted", ended.reason);
}

void take_in(UnitProgress &unit, const AssessmentEvaluated &evaluated)
{
    ++unit.attempts;
    unit.passed = unit.passed || evaluated.unit_passed;
    unit.best_score = std::max(unit.best_score, evaluated.score);
    unit.last_score = evaluated.score;
    unit.last_checkpoint = evaluated.checkpoint_id;
    if (evaluated.passed) unit.passed_checkpoints.insert(evaluated.checkpoint_id);
}

void take_in(LearnerState &state, const AssessmentEvaluated &evaluated)
{
    if (evaluated.skill_after) state.skills[evaluated.skill] = *evaluated.skill_after;
    if (evaluated.ability_after) state.ability = *evaluated.ability_after;
    if (evaluated.provenance != "observed") return; // a claim is no evidence
    take_in(state.units[evaluated.unit_id], evaluated);
    SkillEvidence &evidence = state.evidence[evaluated.skill];
    ++evidence.observations;
    evidence.successes += evaluated.passed ? 1 : 0;
    ++evidence.items[evaluated.checkpoint_id];
    state.observed_activity = evaluated.activity;
    state.last_innovation = evaluated.innovation;
}

void take_in(LearnerState &state, const TransitionDecided &decided, const Json &payload)
{
    state.transition_state = decided.state_after;
    state.event = decided.next_event;
    state.last_action = decided.action;
    state.last_innovation.reset(); // a try surprises once
    if (decided.noise_state) state.noise_state = decided.noise_state;
    if (!decided.unit_id.empty()) state.units[decided.unit_id].last_action = decided.action;
    state.decisions.push_back(payload);
    if (state.decisions.size() > recent_decisions) state.decisions.erase(state.decisions.begin());
}

template <class Payload> bool is(const Event &event)
{
    return event.type == Payload::type && event.version == Payload::version;
}

} // namespace

void Projection::apply(const Event &event)
{
    ++applied_;
    if (!fold(event)) ++not_understood_;
}

bool Projection::fold(const Event &event)
{
    const Json &payload = event.payload;
    if (is<KnowledgeStructureDefined>(event)) {
        auto defined = KnowledgeStructureDefined::from_json(payload);
        knowledge_[defined.domain_id] = std::move(defined.content_architecture);
        return true;
    }
    if (is<SceneAuthored>(event) || is<RecordRecovered>(event)) return true; // no one's state
    if (event.learner.empty()) return false;
    return fold_learner(event);
}

bool Projection::fold_learner(const Event &event)
{
    const Json &payload = event.payload;
    if (is<ProfileSet>(event)) {
        take_in(learner(event), ProfileSet::from_json(payload));
    } else if (is<SessionStarted>(event)) {
        const auto started = SessionStarted::from_json(payload);
        session_owner_[started.session_id] = event.learner;
        take_in(learner(event), started, event.time_ms);
    } else if (is<SessionEnded>(event)) {
        take_in(learner(event), SessionEnded::from_json(payload), event.time_ms);
    } else if (is<AssessmentEvaluated>(event)) {
        take_in(learner(event), AssessmentEvaluated::from_json(payload));
    } else if (is<TransitionDecided>(event)) {
        take_in(learner(event), TransitionDecided::from_json(payload), payload);
    } else if (is<EngagementReported>(event)) {
        learner(event).reported_engagement = payload;
    } else if (is<InteractionReported>(event)) {
        learner(event).reported_interaction = payload;
    } else if (is<PerformanceReported>(event)) {
        learner(event).reported_performance = payload;
    } else {
        return false;
    }
    return true;
}

LearnerState &Projection::learner(const Event &event)
{
    LearnerState &state = learners_[event.learner];
    if (state.learner_id.empty()) {
        state.learner_id = event.learner;
        state.first_seen_ms = event.time_ms;
    }
    state.pseudonym = event.pseudonym;
    state.last_seen_ms = event.time_ms;
    return state;
}

const LearnerState *Projection::find(std::string_view learner_id) const
{
    const auto found = learners_.find(learner_id);
    return found == learners_.end() ? nullptr : &found->second;
}

const LearnerState *Projection::find_by_session(std::string_view session_id) const
{
    const auto owner = session_owner_.find(session_id);
    return owner == session_owner_.end() ? nullptr : find(owner->second);
}

std::vector<const LearnerState *> Projection::learners() const
{
    std::vector<const LearnerState *> all;
    all.reserve(learners_.size());
    for (const auto &[id, state] : learners_)
        all.push_back(&state);
    return all;
}

const Json *Projection::knowledge_structure(std::string_view domain_id) const
{
    const auto found = knowledge_.find(domain_id);
    return found == knowledge_.end() ? nullptr : &found->second;
}

std::vector<std::string> Projection::domains() const
{
    std::vector<std::string> names;
    names.reserve(knowledge_.size());
    for (const auto &[name, content] : knowledge_)
        names.push_back(name);
    return names;
}

Json Projection::to_json() const
{
    Json json = {
        {"learners", Json::object()}, {"knowledge", Json::object()}, {"applied", applied_}};
    for (const auto &[id, state] : learners_)
        json["learners"][id] = store::to_json(state);
    for (const auto &[domain, content] : knowledge_)
        json["knowledge"][domain] = content;
    return json;
}

} // namespace mvr::store
