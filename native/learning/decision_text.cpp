#include "learning/decision_text.hpp"

#include "learning/decision_forms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <ranges>
#include <utility>

namespace mvr::learning {
namespace {

/// Two decimals, rounded down so that a value which misses its threshold never reads as if it met
/// it; to_chars because printf would follow the host program's locale.
Name two_decimals(double value)
{
    std::array<char, 32> text{};
    const double shown = std::floor(value * 100 + 1e-9) / 100;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::fixed, 2)
            .ptr;
    return {std::string(text.data(), end)};
}

Name number(double count) { return {std::to_string(std::lround(count))}; }

bool is_one(double count) { return std::lround(count) == 1; }

Name title_of(const Advice &advice)
{
    if (!advice.unit) return {};
    const UnitName &unit = *advice.unit;
    return {unit.title.empty() ? unit.unit_id : unit.title};
}

Message parts_left(const Advice &advice)
{
    if (advice.remaining == 0) return Message(form("advice.go_on"));
    if (advice.remaining == 1) return Message(form("advice.one_left"));
    const Argument left{"left", number(advice.remaining)};
    if (advice.helped == 0) return Message(form("advice.left"), {left});
    if (advice.helped == 1) return Message(form("advice.left_one_helped"), {left});
    return Message(form("advice.left_helped"), {left, {"helped", number(advice.helped)}});
}

Message without_help(int parts)
{
    if (parts == 1) return Message(form("advice.once_more_one"));
    return Message(form("advice.once_more"), {{"parts", number(parts)}});
}

Message next_thing_to_do(const Advice &advice)
{
    switch (advice.code) {
    case AdviceCode::begin: return Message(form("advice.begin"));
    case AdviceCode::keep_going: return parts_left(advice);
    case AdviceCode::once_more: return without_help(advice.remaining);
    case AdviceCode::go_on_with_hint:
        return Message(form("advice.with_hint"), {{"advice", parts_left(advice)}});
    case AdviceCode::try_with_hint: return Message(form("advice.try_with_hint"));
    case AdviceCode::go_back: return Message(form("advice.go_back"), {{"unit", title_of(advice)}});
    case AdviceCode::next_unit:
        return Message(form("advice.next_unit"), {{"unit", title_of(advice)}});
    case AdviceCode::unit_finished: return Message(form("advice.unit_finished"));
    case AdviceCode::lesson_finished: break;
    }
    return Message(form("advice.lesson_finished"));
}

Message name_of(LearningPhase phase)
{
    switch (phase) {
    case LearningPhase::onboarding: return Message(form("phase.onboarding"));
    case LearningPhase::introduction: return Message(form("phase.introduction"));
    case LearningPhase::practice: return Message(form("phase.practice"));
    case LearningPhase::application: return Message(form("phase.application"));
    case LearningPhase::mastery: break;
    }
    return Message(form("phase.mastery"));
}

Message headline(const Decision &decision)
{
    const Argument phase{"phase", name_of(decision.phase)};
    switch (decision.action) {
    case Action::advance_to_next_event:
        if (decision.phase == LearningPhase::mastery) return Message(form("decision.mastered"));
        return Message(form("decision.go_on"), {phase, {"next", name_of(decision.next_phase)}});
    case Action::continue_current_event: return Message(form("decision.continue"), {phase});
    case Action::remediate_prerequisites:
        if (decision.advice.code != AdviceCode::go_back) break;
        return Message(form("decision.go_back"), {{"unit", title_of(decision.advice)}});
    case Action::provide_additional_support: break;
    }
    return Message(form("decision.support"), {phase});
}

Message message_of(const Reason &reason);

/// One behind the other, from the last one on.
Message listed(const std::vector<Reason> &reasons)
{
    Message all = message_of(reasons.back());
    for (const Reason &reason : reasons | std::views::reverse | std::views::drop(1))
        all = Message(form("reason.and_others"), {{"reason", message_of(reason)}, {"others", all}});
    return all;
}

Message message_of(const Reason &reason)
{
    const Argument passed{"passed", number(reason.value)};
    const Argument tries{"tries", number(reason.needed)};
    const Argument needed{"needed", number(reason.needed)};
    const Argument index{"index", two_decimals(reason.value)};
    const Argument threshold{"needed", two_decimals(reason.needed)};
    switch (reason.code) {
    case ReasonCode::no_try: return Message(form("reason.no_try"));
    case ReasonCode::tries:
        return Message(is_one(reason.needed) ? form("reason.tries_one") : form("reason.tries"),
                       {passed, tries});
    case ReasonCode::too_early: return Message(form("reason.too_early"), {tries});
    case ReasonCode::flawless: return Message(form("reason.flawless"));
    case ReasonCode::unit_done: return Message(form("reason.unit_done"));
    case ReasonCode::struggling:
        return Message(form("reason.struggling"), {{"failed", number(reason.value)}, tries});
    case ReasonCode::index:
        return Message(reason.value < reason.needed ? form("reason.index_below")
                                                    : form("reason.index_reached"),
                       {index, threshold});
    case ReasonCode::index_lags: return Message(form("reason.index_lags"), {index, threshold});
    case ReasonCode::own_passes:
        return Message(is_one(reason.value) ? form("reason.own_pass") : form("reason.own_passes"),
                       {passed, needed});
    case ReasonCode::distinct_checkpoints:
        return Message(is_one(reason.value) ? form("reason.distinct_checkpoint")
                                            : form("reason.distinct_checkpoints"),
                       {passed, needed});
    case ReasonCode::p_known:
        return Message(
            form("reason.p_known"),
            {{"skill", Name{reason.name}}, {"chance", two_decimals(reason.value)}, threshold});
    case ReasonCode::failed_last: return Message(form("reason.failed_last"));
    case ReasonCode::held_by_hysteresis: return Message(form("reason.held_by_hysteresis"), {index});
    case ReasonCode::one_step: return Message(form("reason.one_step"));
    case ReasonCode::no_open_prerequisites: return Message(form("reason.no_open_prerequisites"));
    case ReasonCode::phase_back: break;
    }
    return Message(form("reason.phase_back"));
}

} // namespace

std::string learner_text(const Decision &decision)
{
    return next_thing_to_do(decision.advice).text();
}

std::string instructor_text(const Decision &decision)
{
    const Argument said{"headline", headline(decision)};
    if (decision.reasons.empty()) return Message(form("decision.alone"), {said}).text();
    return Message(form("decision.with_reasons"), {said, {"reasons", listed(decision.reasons)}})
        .text();
}

std::string reason_text(const Reason &reason) { return message_of(reason).text(); }

MessageTemplates decision_messages()
{
    MessageTemplates all;
    std::ranges::transform(forms, std::back_inserter(all),
                           [](const MessageTemplate &one) { return &one; });
    return all;
}

} // namespace mvr::learning
