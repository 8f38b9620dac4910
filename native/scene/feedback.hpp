#pragma once

#include "scene/findings.hpp"

namespace mvr::scene {

/// Sentences for what is not met at one node and below it; nothing while the node holds. The
/// author's feedback stands for all that was measured and found wanting, with the measure beside
/// it; what could not be measured, or was not begun, is reported as such, since the author's
/// sentence may claim more.
Sentences unmet(const Findings &findings, NodeIndex index);

/// Names each object that something unmet at the node or below it asks for and that is gone, unless
/// `said` does already: whatever a count or an author says, without it nobody gets on.
void add_missing_objects(const Findings &findings, NodeIndex index, Sentences &said);

/// The sentences of all children that do not hold.
Sentences unmet_children(const NodeFindings &found);

/// What was found at a node and what its predicate asks.
Statement describe(const NodeFindings &found);

/// "2 of 3 conditions hold"
Statement describe_children(const NodeFindings &found);

/// What is said of any condition.
MessageTemplates feedback_messages();

} // namespace mvr::scene
