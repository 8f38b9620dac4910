#pragma once

// From what Blender observed of a unit to the steps that the record keeps.
//
// Blender tells every step again until it knows that the record has it: a reply may be lost, and
// neither a try may be lost with it nor be counted twice. Steps are numbered in their session.

#include "store/events.hpp"
#include "store/state.hpp"
#include "support/wire_types.hpp"
#include "tools/scene_shapes.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// Those of a session's `steps` that the record does not have yet, in their order. `learner` is
/// whose session it is.
std::vector<store::AssessmentEvaluated> new_steps(const store::LearnerState &learner,
                                                  const std::string &session_id,
                                                  const std::vector<EndedStep> &steps);

/// As events of the learner, for `Context::keep`.
std::vector<store::NewEvent> events_of(const std::string &learner,
                                       std::vector<store::AssessmentEvaluated> steps);

std::size_t count_tries(const std::vector<store::AssessmentEvaluated> &steps);

/// Tries that a learner hears of, as the record keeps them, in the order of their checkpoints:
/// they ended together, so their order says nothing.
std::vector<store::ObservedTry> observed_tries(const std::vector<EndedTry> &ended);

/// Whether the learner has done a unit, by the checkpoints that it has.
bool is_done_unit(const store::LearnerState &learner, const std::string &unit_id,
                  const std::vector<std::string> &checkpoints);

/// The learner's belief about a skill as replies show it.
struct SkillBelief {
    std::string skill;
    double p_known = 0;
    double predicted = 0;
    int attempts = 0;
    int successes = 0;
};
/// Null when it was never tried.
OrNull<SkillBelief> skill_belief(const store::LearnerState &learner, const std::string &skill);

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::SkillBelief> {
    using T = tools::SkillBelief;
    static constexpr std::tuple members{
        Member{"skill", &T::skill, ""},
        Member{"p_known", &T::p_known, "", numbers(0, 1)},
        Member{"predicted", &T::predicted, "Chance that the next try passes", numbers(0, 1)},
        Member{"attempts", &T::attempts, ""},
        Member{"successes", &T::successes, ""},
    };
};

} // namespace mvr
