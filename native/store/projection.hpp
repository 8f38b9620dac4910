#pragma once

#include "store/state.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

/// The learners' state as a pure fold over the record's events: the same events in the same order
/// give the same state, byte for byte. Nothing is computed here that a payload could have carried.
///
/// Thread: one at a time.
class Projection {
  public:
    /// Takes one event into account. One of a type, or of a payload version, that this build does
    /// not know is counted and otherwise ignored.
    void apply(const Event &event);

    /// Null when the record does not know the learner. Valid until the next `apply`.
    const LearnerState *find(std::string_view learner_id) const;

    /// Whose session this is; null when it is unknown.
    const LearnerState *find_by_session(std::string_view session_id) const;

    /// Every learner, by id. Valid until the next `apply`.
    std::vector<const LearnerState *> learners() const;

    /// The content architecture of a domain; null when it was never defined.
    const Json *knowledge_structure(std::string_view domain_id) const;
    std::vector<std::string> domains() const;

    std::int64_t applied() const { return applied_; }
    std::int64_t not_understood() const { return not_understood_; }

    /// Everything as JSON, for comparing and for snapshots.
    Json to_json() const;

  private:
    bool fold(const Event &event);
    bool fold_learner(const Event &event);
    LearnerState &learner(const Event &event);

    std::map<std::string, LearnerState, std::less<>> learners_;
    std::map<std::string, std::string, std::less<>> session_owner_;
    std::map<std::string, Json, std::less<>> knowledge_;
    std::int64_t applied_ = 0;
    std::int64_t not_understood_ = 0;
};

} // namespace mvr::store
