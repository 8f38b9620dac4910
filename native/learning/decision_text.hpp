#pragma once

// Decisions as sentences: one function an audience. Everything is rendered from codes and values,
// through templates: the record and a client get English, and a window finds the template again.

#include "learning/decision.hpp"
#include "support/message.hpp"

#include <string>

namespace mvr::learning {

/// What the learner should do next, in one or two short sentences, without any number that is a
/// probability, an index or a score. Going back is only said with the unit's name. Thread: any.
std::string learner_text(const Decision &decision);

/// The decision and its reasons with their numbers as one sentence, for an instructor.
std::string instructor_text(const Decision &decision);

/// One reason as a clause with its numbers, for an instructor.
std::string reason_text(const Reason &reason);

/// Every template that these texts are made of.
MessageTemplates decision_messages();

} // namespace mvr::learning
