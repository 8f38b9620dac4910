#include "store/state.hpp"

#include "store/learner_change.hpp"
#include "store/state_parts.hpp"
#include "support/log.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <type_traits>
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

template <class Entry> const std::string &id_of(const Entry &entry)
{
    return entry.learner->learner_id;
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

void LearnerState::answered(const std::string &purpose, const Consent &answer)
{
    const auto known = consents.find(purpose);
    const bool is_older = known != consents.end() && answer.since_ms < known->second.since_ms;
    const bool loses = known != consents.end() && answer.since_ms == known->second.since_ms &&
                       !known->second.is_given;
    if (!is_older && !loses) consents[purpose] = answer;
}

bool LearnerState::consents_to(std::string_view purpose) const
{
    const auto found = consents.find(std::string(purpose));
    return found != consents.end() && found->second.is_given;
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
    ++changes_;
    if (const auto *defined = std::get_if<KnowledgeStructureDefined>(&event.payload))
        define(defined->domain_id, defined->content_architecture);
    if (event.learner.empty() || std::holds_alternative<UnknownEvent>(event.payload)) return;
    LearnerState &state = own(event.learner);
    if (state.first_seen_ms == 0) state.first_seen_ms = event.time_ms;
    state.last_seen_ms = event.time_ms;
    std::visit(
        [&](const auto &payload) {
            using Kind = std::remove_cvref_t<decltype(payload)>;
            static_assert(SaysWhatItChanges<Kind>, "see events.hpp: apply, or leaves_learner");
            if constexpr (ChangesLearner<Kind>) payload.apply(state, event.time_ms);
        },
        event.payload);
    if (const auto *started = std::get_if<SessionStarted>(&event.payload)) {
        session_owner_[started->session_id] = event.learner;
    }
}

/// The learner's state to be changed: made where there is none, copied where it is published.
LearnerState &State::own(std::string_view learner_id)
{
    auto at = std::ranges::lower_bound(learners_, learner_id, {}, id_of<Entry>);
    if (at == learners_.end() || at->learner->learner_id != learner_id) {
        at = learners_.insert(at, {std::make_shared<LearnerState>(), false});
        at->learner->learner_id = learner_id;
    } else if (at->is_published) {
        *at = {std::make_shared<LearnerState>(*at->learner), false};
    }
    return *at->learner;
}

bool State::forget(std::string_view learner_id)
{
    const auto at = std::ranges::lower_bound(learners_, learner_id, {}, id_of<Entry>);
    if (at == learners_.end() || at->learner->learner_id != learner_id) return false;
    for (const auto &[session, started] : at->learner->sessions)
        session_owner_.erase(session);
    learners_.erase(at);
    ++changes_;
    return true;
}

void State::define(const std::string &domain_id, const Json &content)
{
    auto changed = std::make_shared<Knowledge>(*knowledge_);
    (*changed)[domain_id] = content;
    knowledge_ = std::move(changed);
}

State State::publish(const std::function<std::string(const std::string &)> &pseudonym_of)
{
    for (Entry &entry : learners_) {
        // What has no name was never published, and is nobody else's yet.
        if (entry.learner->pseudonym.empty())
            entry.learner->pseudonym = pseudonym_of(entry.learner->learner_id);
        entry.is_published = true;
    }
    State view;
    view.learners_ = learners_;
    view.knowledge_ = knowledge_;
    view.changes_ = changes_;
    view.has_session_index_ = false;
    return view;
}

const LearnerState *State::find(std::string_view learner_id) const
{
    const auto at = std::ranges::lower_bound(learners_, learner_id, {}, id_of<Entry>);
    const bool is_there = at != learners_.end() && at->learner->learner_id == learner_id;
    return is_there ? at->learner.get() : nullptr;
}

const LearnerState *State::find_by_session(std::string_view session_id) const
{
    if (!has_session_index_) {
        const auto has_it = [session_id](const Entry &entry) {
            return entry.learner->sessions.contains(std::string(session_id));
        };
        const auto found = std::ranges::find_if(learners_, has_it);
        return found == learners_.end() ? nullptr : found->learner.get();
    }
    const auto owner = session_owner_.find(session_id);
    return owner == session_owner_.end() ? nullptr : find(owner->second);
}

std::vector<const LearnerState *> State::learners() const
{
    std::vector<const LearnerState *> all;
    all.reserve(learners_.size());
    for (const Entry &entry : learners_)
        all.push_back(entry.learner.get());
    return all;
}

const Json *State::knowledge_structure(std::string_view domain_id) const
{
    const auto found = knowledge_->find(domain_id);
    return found == knowledge_->end() ? nullptr : &found->second;
}

std::vector<std::string> State::domains() const
{
    std::vector<std::string> names;
    names.reserve(knowledge_->size());
    for (const auto &[name, content] : *knowledge_)
        names.push_back(name);
    return names;
}

std::vector<State::Part> State::save() const
{
    std::vector<Part> parts;
    for (const Entry &entry : learners_) {
        const LearnerState &state = *entry.learner;
        const std::string &id = state.learner_id;
        parts.push_back({id, std::string(seen_part), own_version, to_text(seen(state))});
        for (const LearnerPart &part : learner_parts())
            parts.push_back({id, std::string(part.name), part.version, to_text(part.save(state))});
    }
    parts.push_back({"", std::string(curriculum_part), own_version, to_text(Json(*knowledge_))});
    return parts;
}

bool State::load(const Part &part)
{
    const Json json = Json::parse(part.text, nullptr, false); // ours, authenticated by its seal
    if (json.is_discarded()) return false;
    if (part.fold == curriculum_part && part.learner.empty()) {
        if (part.version != own_version || !json.is_object()) return false;
        for (const auto &[domain, content] : json.items())
            define(domain, content);
        return true;
    }
    LearnerState &state = own(part.learner);
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
