#pragma once

// For the tests of the record: hints as its events, and what became of a decision.

#include "store/record.hpp"

#include <string>
#include <utility>

namespace mvr::store::test {

inline NewEvent hint(const std::string &learner, int level)
{
    return new_event(learner, HintShown{"s", "u", level, false, false});
}

/// What became of one decision.
struct Outcome {
    bool known = false;
    Result<Recorded> result = Recorded{};

    Record::OnRecorded take()
    {
        return [this](Result<Recorded> said) {
            known = true;
            result = std::move(said);
        };
    }
};

inline int hints(const Record &record, const std::string &learner)
{
    const LearnerState *state = record.state().find(learner);
    return state == nullptr ? 0 : state->model.units.at("u").hints;
}

inline Error full()
{
    return {Errc::storage_unavailable, "the disk is full", "", "Free some space."};
}

} // namespace mvr::store::test
