#include "learning/explain.hpp"

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

std::string counted(int number, const char *one, const char *many)
{
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string tries(const Evidence &evidence)
{
    if (evidence.observed_items == 0) return "no try was observed in the scene yet";
    return std::to_string(evidence.observed_successes) + " of " +
           counted(evidence.observed_items, "try", "tries") + " right";
}

std::string chance(const Evidence &evidence)
{
    return "chance that the skill is mastered " + two_decimals(evidence.p_mastered) + ", needs " +
           two_decimals(mastery_required);
}

std::string index(const DecisionInput &input, const Verdict &verdict)
{
    const std::string value = "progress index " + two_decimals(input.state) + ", ";
    switch (verdict.action) {
    case Action::advance_to_next_event: return value + "needs " + two_decimals(advance_threshold);
    case Action::continue_current_event:
        return value + "moving on needs " + two_decimals(advance_threshold);
    case Action::provide_additional_support:
        return value + "working without extra help needs " + two_decimals(continue_threshold);
    case Action::remediate_prerequisites: break;
    }
    return value + "this unit needs " + two_decimals(support_threshold);
}

std::string floor_of(Action action)
{
    return two_decimals(
        (action == Action::continue_current_event ? continue_threshold : support_threshold) -
        hysteresis);
}

std::string headline(const DecisionInput &input, const Verdict &verdict)
{
    const std::string phase(to_text(input.event));
    switch (verdict.action) {
    case Action::advance_to_next_event:
        if (input.event == LearningEvent::mastery) return "This unit is mastered";
        return "Ready to go on from " + phase + " to " +
               std::string(to_text(next_event(input.event)));
    case Action::continue_current_event:
        return (verdict.held_back ? "Stay with " : "Continue with ") + phase +
               (verdict.held_back ? " a little longer" : "");
    case Action::provide_additional_support: return "Give more support in " + phase;
    case Action::remediate_prerequisites: break;
    }
    return "Go back to what this unit builds on";
}

} // namespace

std::vector<std::string> reasons_for(const DecisionInput &input, const Verdict &verdict)
{
    const Evidence &evidence = input.evidence;
    std::vector<std::string> reasons{tries(evidence), chance(evidence), index(input, verdict)};
    if (verdict.held_back && evidence.observed_items < items_required)
        reasons.push_back(counted(evidence.observed_items, "try", "tries") + " observed, needs " +
                          std::to_string(items_required));
    if (verdict.held_back && evidence.distinct_items < distinct_items_required)
        reasons.push_back(counted(evidence.distinct_items, "different task", "different tasks") +
                          " observed, needs " + std::to_string(distinct_items_required));
    if (verdict.stayed)
        reasons.push_back("the index is not below " + floor_of(verdict.action) +
                          ", so nothing changes yet");
    if (verdict.stepped) reasons.emplace_back("changes are made one step at a time");
    return reasons;
}

std::string sentence_for(const DecisionInput &input, const Verdict &verdict,
                         const std::vector<std::string> &reasons)
{
    std::string sentence = headline(input, verdict);
    const char *separator = ": ";
    for (const std::string &reason : reasons) {
        sentence += separator + reason;
        separator = "; ";
    }
    return sentence + ".";
}

} // namespace mvr::learning
