#pragma once

#include "scene/evaluation.hpp"
#include "scene/findings.hpp"
#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <string>
#include <vector>

namespace mvr::scene {

/// What the nodes found, with the score of each. Refers to its arguments.
Findings findings_of(const Program &program, const std::vector<NodeState> &states);

/// Sentences for what is not met; nothing while the program holds.
Sentences unmet(const Program &program, const std::vector<NodeState> &states);

/// Sentences for the two steps of the first violated order; empty where none is.
Sentences violation_sentences(const Program &program, const std::vector<NodeState> &states);

/// Names of the objects that its unmet parts speak of, and their questions, each once, in order.
/// How one stands in the view is no such part: what one sees is said at once, to everybody.
std::vector<std::string> unmet_objects(const Program &program,
                                       const std::vector<NodeState> &states);

/// How a program stands by what its nodes found. Thread: any, as long as nobody writes.
Evaluation evaluate(const Program &program, const std::vector<NodeState> &states);

/// What is said of a condition as a whole.
MessageTemplates evaluate_messages();

} // namespace mvr::scene
