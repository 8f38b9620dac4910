#pragma once

#include "../temporary_folder.hpp"
#include "one_thread_record.hpp"

#include <string>

namespace mvr::store {

inline NewEvent hint(const std::string &learner)
{
    return new_event(learner, HintShown{"s", "u", 1, false, false});
}

inline void nobody(const Result<Recorded> &) {}

inline int hints(const Record &record, const std::string &learner)
{
    const LearnerState *state = record.state().find(learner);
    return state == nullptr ? 0 : state->model.units.at("u").hints;
}

inline Error full()
{
    return {Errc::storage_unavailable, "the disk is full", "", "Free some space."};
}

/// A record with a clock that stands still unless the test moves it.
struct Stopped {
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    OneThreadRecord running{folder.path(), [this] { return now; }};

    Stopped() { running.open(); }
};

} // namespace mvr::store
