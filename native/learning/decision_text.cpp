#include "learning/decision_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace mvr::learning {
namespace {

/// Two decimals, rounded down so that a value which misses its threshold never reads as if it met
/// it; to_chars because printf would follow the host program's locale.
std::string two_decimals(double value)
{
    std::array<char, 32> text{};
    const double shown = std::floor(value * 100 + 1e-9) / 100;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::fixed, 2)
            .ptr;
    return {text.data(), end};
}

std::string number(double count) { return std::to_string(std::lround(count)); }

std::string counted(double count, const char *one, const char *many)
{
    return number(count) + " " + (std::lround(count) == 1 ? one : many);
}

std::string title_of(const Advice &advice)
{
    if (!advice.unit) return "";
    const UnitName &unit = *advice.unit;
    return "\"" + (unit.title.empty() ? unit.unit_id : unit.title) + "\"";
}

std::string parts_left(const Advice &advice)
{
    if (advice.remaining == 0) return "Go on with this unit.";
    if (advice.remaining == 1) return "Go on: one part of this unit is left.";
    const std::string left =
        "Go on: " + std::to_string(advice.remaining) + " parts of this unit are left";
    if (advice.helped == 0) return left + ".";
    return left + ", " + (advice.helped == 1 ? "one" : std::to_string(advice.helped)) +
           " of them to do once more without help.";
}

std::string without_help(int parts)
{
    const std::string what = parts == 1 ? "this part" : "these " + std::to_string(parts) + " parts";
    return "Passed with help. Choose Begin Again and do " + what +
           " once more without help to finish the unit.";
}

std::string next_thing_to_do(const Advice &advice)
{
    switch (advice.code) {
    case AdviceCode::begin: return "Begin with the first part of this unit.";
    case AdviceCode::keep_going: return parts_left(advice);
    case AdviceCode::once_more: return without_help(advice.remaining);
    case AdviceCode::go_on_with_hint: return parts_left(advice) + " A hint can help.";
    case AdviceCode::try_with_hint: return "Try again. A hint can help.";
    case AdviceCode::go_back: return "Go back to " + title_of(advice) + ": this unit builds on it.";
    case AdviceCode::next_unit:
        return "You have done every part of this unit. Next: " + title_of(advice) + ".";
    case AdviceCode::unit_finished: return "You have done every part of this unit.";
    case AdviceCode::lesson_finished: break;
    }
    return "You have finished the lesson.";
}

std::string headline(const Decision &decision)
{
    const std::string phase(to_text(decision.phase));
    switch (decision.action) {
    case Action::advance_to_next_event:
        if (decision.phase == LearningPhase::mastery) return "This unit is mastered";
        return "Ready to go on from " + phase + " to " + std::string(to_text(decision.next_phase));
    case Action::continue_current_event: return "Continue with " + phase;
    case Action::remediate_prerequisites:
        if (decision.advice.code != AdviceCode::go_back) break;
        return "Go back to " + title_of(decision.advice) + ", which this unit builds on";
    case Action::provide_additional_support: break;
    }
    return "Give more support in " + phase;
}

} // namespace

std::string learner_text(const Decision &decision) { return next_thing_to_do(decision.advice); }

std::string instructor_text(const Decision &decision)
{
    std::string sentence = headline(decision);
    const char *separator = ": ";
    for (const Reason &reason : decision.reasons) {
        sentence += separator + reason_text(reason);
        separator = "; ";
    }
    return sentence + ".";
}

std::string reason_text(const Reason &reason)
{
    const std::string value = two_decimals(reason.value);
    const std::string needed = two_decimals(reason.needed);
    switch (reason.code) {
    case ReasonCode::no_try: return "nothing was tried in this unit yet";
    case ReasonCode::tries:
        return number(reason.value) + " of " + counted(reason.needed, "try", "tries") +
               " passed unaided";
    case ReasonCode::too_early:
        return "too early to judge with fewer than " + number(reason.needed) + " tries";
    case ReasonCode::flawless: return "no try failed and no hint said how it is done";
    case ReasonCode::unit_done: return "every checkpoint was passed unaided";
    case ReasonCode::struggling:
        return number(reason.value) + " of the last " + number(reason.needed) +
               " tries failed, which calls for support whatever the index says";
    case ReasonCode::index:
        return "progress index " + value +
               (reason.value < reason.needed ? ", below " : ", at least ") + needed;
    case ReasonCode::index_lags:
        return "progress index " + value + " is still below " + needed +
               ", and the tries suffice without it";
    case ReasonCode::own_passes:
        return counted(reason.value, "try", "tries") +
               " passed unaided in this phase, moving on needs " + number(reason.needed);
    case ReasonCode::distinct_checkpoints:
        return "on " + counted(reason.value, "checkpoint", "different checkpoints") +
               " of this unit, moving on needs " + number(reason.needed);
    case ReasonCode::p_known:
        return "chance that \"" + reason.name + "\" is known at least " + value +
               ", moving on needs " + needed;
    case ReasonCode::failed_last: return "a try failed in the last step, so moving on waits";
    case ReasonCode::held_by_hysteresis:
        return "the index is not below " + value + ", so nothing changes yet";
    case ReasonCode::one_step: return "changes are made one step at a time";
    case ReasonCode::no_open_prerequisites: return "there is no unit to go back to";
    case ReasonCode::phase_back: break;
    }
    return "the phase goes back a step, or begins again if it is the first";
}

} // namespace mvr::learning
