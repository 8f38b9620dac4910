#include "store/state.hpp"

#include "store/state_parts.hpp"
#include "support/log.hpp"

#include <exception>
#include <string_view>
#include <utility>

namespace mvr::store {
namespace {

// The parts of a snapshot that are not in the table of `learner_parts`.
constexpr std::string_view seen_part = "seen";
constexpr std::string_view curriculum_part = "curriculum";
constexpr int own_version = 1;

const std::pair<const std::string, Session> *latest(const std::map<std::string, Session> &sessions,
                                                    bool only_open)
{
    const std::pair<const std::string, Session> *found = nullptr;
    for (const auto &entry : sessions) {
        if (only_open && entry.second.ended_ms) continue;
        if (!found || entry.second.started_ms >= found->second.started_ms) found = &entry;
    }
    return found;
}

Json seen(const LearnerState &learner)
{
    return {{"first_ms", learner.first_seen_ms}, {"last_ms", learner.last_seen_ms}};
}

bool load_seen(LearnerState &learner, const Json &json)
{
    if (!json.is_object()) return false;
    learner.first_seen_ms = json.value("first_ms", TimeMs{0});
    learner.last_seen_ms = json.value("last_ms", TimeMs{0});
    return true;
}

} // namespace

void Session::end(TimeMs time_ms, bool was_interrupted, std::string why)
{
    ended_ms = time_ms;
    interrupted = was_interrupted;
    reason = std::move(why);
}

std::string LearnerState::open_session() const
{
    const auto *found = latest(sessions, true);
    return found ? found->first : std::string();
}

std::string LearnerState::last_unit() const
{
    const auto *found = latest(sessions, false);
    return found ? found->second.unit_id : std::string();
}

void State::apply(const Event &event)
{
    try { // one event that the models cannot take must not cost the others
        fold(event);
    } catch (const std::exception &error) {
        log_error("event " + event.id + " cannot be folded: " + error.what());
    }
}

void State::fold(const Event &event)
{
    if (const auto *defined = std::get_if<KnowledgeStructureDefined>(&event.payload)) {
        knowledge_[defined->domain_id] = defined->content_architecture;
    }
    if (event.learner.empty() || std::holds_alternative<UnknownEvent>(event.payload)) return;
    LearnerState &state = learner(event);
    std::visit(
        [&](const auto &payload) {
            if constexpr (requires { payload.apply(state, event.time_ms); })
                payload.apply(state, event.time_ms);
        },
        event.payload);
    if (const auto *started = std::get_if<SessionStarted>(&event.payload)) {
        session_owner_[started->session_id] = event.learner;
    }
}

LearnerState &State::learner(const Event &event)
{
    LearnerState &state = learners_[event.learner];
    if (state.learner_id.empty()) {
        state.learner_id = event.learner;
        state.first_seen_ms = event.time_ms;
    }
    state.last_seen_ms = event.time_ms;
    return state;
}

const LearnerState *State::find(std::string_view learner_id) const
{
    const auto found = learners_.find(learner_id);
    return found == learners_.end() ? nullptr : &found->second;
}

const LearnerState *State::find_by_session(std::string_view session_id) const
{
    const auto owner = session_owner_.find(session_id);
    return owner == session_owner_.end() ? nullptr : find(owner->second);
}

std::vector<const LearnerState *> State::learners() const
{
    std::vector<const LearnerState *> all;
    all.reserve(learners_.size());
    for (const auto &[id, state] : learners_)
        all.push_back(&state);
    return all;
}

const Json *State::knowledge_structure(std::string_view domain_id) const
{
    const auto found = knowledge_.find(domain_id);
    return found == knowledge_.end() ? nullptr : &found->second;
}

std::vector<std::string> State::domains() const
{
    std::vector<std::string> names;
    names.reserve(knowledge_.size());
    for (const auto &[name, content] : knowledge_)
        names.push_back(name);
    return names;
}

std::vector<State::Part> State::save() const
{
    std::vector<Part> parts;
    for (const auto &[id, state] : learners_) {
        parts.push_back({id, std::string(seen_part), own_version, to_text(seen(state))});
        for (const LearnerPart &part : learner_parts())
            parts.push_back({id, std::string(part.name), part.version, to_text(part.save(state))});
    }
    parts.push_back({"", std::string(curriculum_part), own_version, to_text(Json(knowledge_))});
    return parts;
}

bool State::load(const Part &part)
{
    const Json json = Json::parse(part.text, nullptr, false); // ours, authenticated by its seal
    if (json.is_discarded()) return false;
    if (part.fold == curriculum_part && part.learner.empty()) {
        if (part.version != own_version || !json.is_object()) return false;
        for (const auto &[domain, content] : json.items())
            knowledge_[domain] = content;
        return true;
    }
    LearnerState &state = learners_[part.learner];
    state.learner_id = part.learner;
    if (part.fold == seen_part) return part.version == own_version && load_seen(state, json);
    for (const LearnerPart &known : learner_parts()) {
        if (known.name != part.fold) continue;
        if (known.version != part.version || !known.load(state, json)) return false;
        index_sessions(state);
        return true;
    }
    return false;
}

void State::index_sessions(const LearnerState &learner)
{
    for (const auto &[session, started] : learner.sessions)
        session_owner_[session] = learner.learner_id;
}

} // namespace mvr::store
