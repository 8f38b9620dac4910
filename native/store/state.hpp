#pragma once

#include "learning/learner_model.hpp"
#include "store/consent.hpp"
#include "store/event.hpp"
#include "store/unit_work.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

struct Profile {
    bool stated = false;
    Json static_profile = Json::object();
    Json dynamic_profile = Json::object();
};

struct Session {
    std::string unit_id;
    std::string scene;
    std::string resumed_from;
    TimeMs started_ms = 0;
    std::optional<TimeMs> ended_ms; ///< empty while it runs, or when the process died in it
    bool interrupted = false;       ///< ended without the learner's doing
    std::string reason;
    int steps = 0; ///< number of its last step: one that comes again is the same

    void end(TimeMs time_ms, bool was_interrupted, std::string why);
};

/// What a learner reached in one unit.
struct UnitResults {
    double best_score = 0; ///< [0, 1]
    double last_score = 0; ///< [0, 1]
    std::string last_checkpoint;
    std::set<std::string> passed;         ///< checkpoints that were ever passed
    std::set<std::string> own_passed;     ///< among them, those passed unaided
    std::vector<std::string> checkpoints; ///< of the unit, as the latest step saw it
    int self_corrections = 0;
};

/// The latest of each kind that a client reported; none of it is evidence.
struct Reports {
    std::optional<EngagementReported> engagement;
    std::optional<InteractionReported> interaction;
    std::optional<PerformanceReported> performance;
    std::optional<SceneAdapted> adaptation;
};

/// Everything that the record says of one learner, one member for each part of a snapshot.
struct LearnerState {
    std::string learner_id;
    std::string pseudonym; ///< 32 hexadecimal digits; filled in by `State::publish`
    TimeMs first_seen_ms = 0;
    TimeMs last_seen_ms = 0;

    Profile profile;
    learning::LearnerModel model;
    std::map<std::string, UnitResults> results; ///< by unit
    std::map<std::string, Session> sessions;
    std::vector<TransitionDecided> decisions; ///< the latest `recent_decisions`, oldest first
    Reports reports;
    std::map<std::string, UnitWork> works;   ///< by unit
    std::map<std::string, Consent> consents; ///< by purpose; one that was never asked for is absent

    bool consents_to(std::string_view purpose) const;
    /// The latest answer counts, in whatever order answers of several records come together; of two
    /// at the same time the one that takes back.
    void answered(const std::string &purpose, const Consent &answer);
    /// Id of the session that is running (started last, not ended); empty when there is none.
    std::string open_session() const;
    /// The unit of the session that started last; empty before the first.
    std::string last_unit() const;
};

inline constexpr std::size_t recent_decisions = 50;

/// The state of all learners as a fold over the record's events: the same events in the same order
/// give the same state, byte for byte.
///
/// Thread: one at a time; what `publish` gave, any.
class State {
  public:
    State() = default;
    State(State &&) = default;
    State &operator=(State &&) = default;

    /// The state as it stands, which no later event changes: learners are shared until an event of
    /// theirs comes, and copied then. It has no index of sessions: finding whose one is looks
    /// through the learners. `pseudonym_of` names those that have no name yet.
    State publish(const std::function<std::string(const std::string &)> &pseudonym_of);

    /// Rises with every event that was taken into account.
    std::uint64_t changes() const { return changes_; }

    /// Takes one event into account. What the models cannot take is logged and costs nothing but
    /// that.
    void apply(const Event &event);

    /// The record does not know the learner any more. False where it never did.
    bool forget(std::string_view learner_id);

    /// Null when the record does not know the learner. Valid until the next change.
    const LearnerState *find(std::string_view learner_id) const;

    /// Whose session this is; null when it is unknown.
    const LearnerState *find_by_session(std::string_view session_id) const;

    /// Every learner, by id. Valid until the next change.
    std::vector<const LearnerState *> learners() const;

    /// The content architecture of a domain; null when it was never defined.
    const Json *knowledge_structure(std::string_view domain_id) const;
    std::vector<std::string> domains() const;

    /// One part of a snapshot: of one learner, or of no learner ("").
    struct Part {
        std::string learner;
        std::string fold;
        int version = 0;
        std::string text; ///< JSON
    };
    std::vector<Part> save() const;

    /// Puts a part back. False when it is of another version or shape: then the snapshot is thrown
    /// away and everything folded again.
    bool load(const Part &part);

  private:
    using Knowledge = std::map<std::string, Json, std::less<>>;
    struct Entry {
        std::shared_ptr<LearnerState> learner;
        bool is_published = false; ///< shared: to be copied before it changes
    };

    State(const State &) = default;
    State &operator=(const State &) = default;

    void fold(const Event &event);
    LearnerState &own(std::string_view learner_id);
    void index_sessions(const LearnerState &learner);
    void define(const std::string &domain_id, const Json &content);

    std::vector<Entry> learners_; ///< by id
    std::map<std::string, std::string, std::less<>> session_owner_;
    std::shared_ptr<const Knowledge> knowledge_ = std::make_shared<Knowledge>();
    std::uint64_t changes_ = 0;
    bool has_session_index_ = true;
};

} // namespace mvr::store
