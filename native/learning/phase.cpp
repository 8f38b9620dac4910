#include "learning/events.hpp"

#include "learning/choice.hpp"

namespace mvr::learning {
namespace {

constexpr Texts<5> texts{"onboarding", "introduction", "practice", "application", "mastery"};

} // namespace

LearningEvent next_event(LearningEvent event)
{
    if (event == LearningEvent::mastery) return event;
    return static_cast<LearningEvent>(static_cast<int>(event) + 1);
}

std::string_view to_text(LearningEvent event) { return text_of(event, texts); }

Result<LearningEvent> learning_event_from_text(std::string_view text)
{
    return choice_from<LearningEvent>(text, texts, "learning event");
}

} // namespace mvr::learning
