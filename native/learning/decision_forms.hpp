#pragma once

// The templates of decision_text.cpp, which alone includes this.

#include "support/message.hpp"

#include <array>
#include <stdexcept>
#include <string_view>

namespace mvr::learning {

/// All that is said, so that a translator finds each: `decision_messages` lists them.
inline constexpr std::array forms{
    MessageTemplate{"advice.begin", "Begin with the first part of this unit."},
    MessageTemplate{"advice.go_on", "Go on with this unit."},
    MessageTemplate{"advice.one_left", "Go on: one part of this unit is left."},
    MessageTemplate{"advice.left", "Go on: {left} parts of this unit are left."},
    MessageTemplate{"advice.left_one_helped", "Go on: {left} parts of this unit are left, one of "
                                              "them to do once more without help."},
    MessageTemplate{"advice.left_helped", "Go on: {left} parts of this unit are left, {helped} of "
                                          "them to do once more without help."},
    MessageTemplate{"advice.once_more_one",
                    "Passed with help. Choose Begin Again and do this part once more without help "
                    "to finish the unit."},
    MessageTemplate{"advice.once_more",
                    "Passed with help. Choose Begin Again and do these {parts} parts once more "
                    "without help to finish the unit."},
    MessageTemplate{"advice.with_hint", "{advice} A hint can help."},
    MessageTemplate{"advice.try_with_hint", "Try again. A hint can help."},
    MessageTemplate{"advice.go_back", "Go back to \"{unit}\": this unit builds on it."},
    MessageTemplate{"advice.next_unit", "You have done every part of this unit. Next: \"{unit}\"."},
    MessageTemplate{"advice.unit_finished", "You have done every part of this unit."},
    MessageTemplate{"advice.lesson_finished", "You have finished the lesson."},
    MessageTemplate{"decision.mastered", "This unit is mastered"},
    MessageTemplate{"decision.go_on", "Ready to go on from {phase} to {next}"},
    MessageTemplate{"decision.continue", "Continue with {phase}"},
    MessageTemplate{"decision.go_back", "Go back to \"{unit}\", which this unit builds on"},
    MessageTemplate{"decision.support", "Give more support in {phase}"},
    MessageTemplate{"decision.alone", "{headline}."},
    MessageTemplate{"decision.with_reasons", "{headline}: {reasons}."},
    MessageTemplate{"reason.and_others", "{reason}; {others}"},
    MessageTemplate{"reason.no_try", "nothing was tried in this unit yet"},
    MessageTemplate{"reason.tries_one", "{passed} of {tries} try passed unaided"},
    MessageTemplate{"reason.tries", "{passed} of {tries} tries passed unaided"},
    MessageTemplate{"reason.too_early", "too early to judge with fewer than {tries} tries"},
    MessageTemplate{"reason.flawless", "no try failed and no hint said how it is done"},
    MessageTemplate{"reason.unit_done", "every checkpoint was passed unaided"},
    MessageTemplate{"reason.struggling", "{failed} of the last {tries} tries failed, which calls "
                                         "for support whatever the index says"},
    MessageTemplate{"reason.index_below", "progress index {index}, below {needed}"},
    MessageTemplate{"reason.index_reached", "progress index {index}, at least {needed}"},
    MessageTemplate{"reason.index_lags", "progress index {index} is still below {needed}, and the "
                                         "tries suffice without it"},
    MessageTemplate{"reason.own_pass",
                    "{passed} try passed unaided in this phase, moving on needs {needed}"},
    MessageTemplate{"reason.own_passes",
                    "{passed} tries passed unaided in this phase, moving on needs {needed}"},
    MessageTemplate{"reason.distinct_checkpoint",
                    "on {passed} checkpoint of this unit, moving on needs {needed}"},
    MessageTemplate{"reason.distinct_checkpoints",
                    "on {passed} different checkpoints of this unit, moving on needs {needed}"},
    MessageTemplate{"reason.p_known", "chance that \"{skill}\" is known at least {chance}, moving "
                                      "on needs {needed}"},
    MessageTemplate{"reason.failed_last", "a try failed in the last step, so moving on waits"},
    MessageTemplate{"reason.held_by_hysteresis",
                    "the index is not below {index}, so nothing changes yet"},
    MessageTemplate{"reason.one_step", "changes are made one step at a time"},
    MessageTemplate{"reason.no_open_prerequisites", "there is no unit to go back to"},
    MessageTemplate{"reason.phase_back",
                    "the phase goes back a step, or begins again if it is the first"},
    MessageTemplate{"phase.onboarding", "onboarding"},
    MessageTemplate{"phase.introduction", "introduction"},
    MessageTemplate{"phase.practice", "practice"},
    MessageTemplate{"phase.application", "application"},
    MessageTemplate{"phase.mastery", "mastery"},
};

/// The form of an id that stands above: anything else does not compile.
consteval const MessageTemplate &form(std::string_view id)
{
    for (const MessageTemplate &one : forms) {
        if (one.id == id) return one;
    }
    throw std::logic_error("there is no such form");
}

} // namespace mvr::learning
