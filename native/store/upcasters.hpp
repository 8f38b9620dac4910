#pragma once

// For event_catalogue.cpp: payloads of older versions brought to the next one.

#include "support/json.hpp"

namespace mvr::store {

using Upcaster = Json (*)(const Json &payload);

/// Version 1 (release 0.1.0) was one look at one checkpoint, with the models' values after it. It
/// did not tell a look from a submission, so only what it saw pass becomes a try: a condition that
/// did not hold when somebody looked is no failure. Its passes count as own, since hints were not
/// recorded.
Json assessment_evaluated_1_to_2(const Json &payload);

/// Version 1 was about the learner as a whole, and asking again moved its index and its phase. What
/// was decided is kept to be read; no phase follows from it.
Json transition_decided_1_to_2(const Json &payload);

} // namespace mvr::store
